import { AuthError } from '../protocol/auth-error.ts'
import { CognitoException } from '../protocol/cognito-exception.ts'
import { printable } from '../protocol/printable.ts'

/**
 * Tells the console what only a developer can mend: a client that is set up wrong, or a function of
 * the app's own that threw. One line for each kind, once, and nothing in it that is secret.
 */
export function createReporter(): (cause: unknown, error: AuthError) => void {
  const said = new Set<string>()

  function say(kind: string, line: string) {
    if (said.has(kind)) return
    said.add(kind)
    console.warn(`Sallyport: ${line}`)
  }

  return (cause, error) => {
    if (error.code === 'configuration') {
      const { step, exception } = error.details
      say('configuration', `${step} was refused, ${exception}: ${printable(String(cause), 200)}`)
    }
    if (!(cause instanceof AuthError) && !(cause instanceof CognitoException)) {
      say('thrown', `something threw on the way: ${printable(String(cause), 200)}`)
    }
  }
}
