import { AuthError, printable } from '../protocol/auth-error.ts'
import { CognitoException } from '../protocol/cognito-exception.ts'

export interface Reporter {
  /** Remembers what an error was made of, which the error itself must not hold. */
  remember: (error: AuthError, cause: unknown) => void
  /** @param error What went wrong, before a step gives it a meaning of its own. */
  report: (error: unknown) => void
}

/**
 * Writes to the console what only a developer can mend: a pool or a client that is set up wrong, or a
 * function of the app's own that threw. One line for each kind, once, and nothing secret in it.
 */
export function createReporter(): Reporter {
  const causes = new WeakMap<object, unknown>()
  const reported = new Set<string>()

  function warn(kind: string, line: string) {
    if (reported.has(kind)) return
    reported.add(kind)
    console.warn(`Sallyport: ${line}`)
  }

  return {
    remember: (error, cause) => causes.set(error, cause),
    report(error) {
      const cause = causes.get(Object(error)) ?? error
      const message = printable(String(cause), 200)
      if (error instanceof AuthError && error.code === 'configuration') {
        const { step, exception } = error.details
        warn('configuration', `${step} was refused, ${exception}: ${message}`)
      } else if (!(cause instanceof AuthError) && !(cause instanceof CognitoException)) {
        warn('thrown', `a function threw during the sign-in: ${message}`)
      }
    },
  }
}
