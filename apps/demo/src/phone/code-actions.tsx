export interface CodeActionsProps {
  code: string
  /** For those who do not see which code it is. */
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
