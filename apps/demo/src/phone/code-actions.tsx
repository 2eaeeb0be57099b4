export interface CodeActionsProps {
  code: string
  /** Names the code for a screen reader. */
  what: string
  onType: (code: string) => void
  onCopy: (code: string) => void
}

export function CodeActions({ code, what, onType, onCopy }: CodeActionsProps) {
  return (
    <div className="code-actions">
      <button type="button" aria-label={`Type it in: ${what}`} onClick={() => onType(code)}>
        Type it in
      </button>
      <button type="button" aria-label={`Copy: ${what}`} onClick={() => onCopy(code)}>
        Copy
      </button>
    </div>
  )
}
