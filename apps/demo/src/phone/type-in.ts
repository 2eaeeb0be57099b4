/** Types into fields on screen, by their `autocomplete`. Resolves with false if a field is missing. */
export async function fillIn(texts: Record<string, string | undefined>): Promise<boolean> {
  const wanted = Object.entries(texts).filter(([, text]) => text !== undefined)
  const found = wanted.map(([name, text = '']) => ({ input: findInput(name), text }))
  if (found.some(({ input }) => !input)) return false
  for (const { input, text } of found) if (input) await typeInto(input, text)
  return true
}

function findInput(autoComplete: string): HTMLInputElement | null {
  return document.querySelector(
    `.nightjar [data-part="input"][autocomplete="${autoComplete}"]:not([readonly])`,
  )
}

/** Types letter by letter, with the events of a real keyboard. */
async function typeInto(input: HTMLInputElement, text: string): Promise<void> {
  const pause = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 24
  input.focus()
  for (let length = 1; length <= text.length; length++) {
    enter(input, text.slice(0, length))
    if (pause > 0) await wait(pause)
  }
}

// The setter of the prototype. React replaces `value` on its inputs and ignores changes through it.
const valueOf = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')

function enter(input: HTMLInputElement, text: string) {
  valueOf?.set?.call(input, text)
  input.dispatchEvent(
    new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text.at(-1) ?? null }),
  )
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
