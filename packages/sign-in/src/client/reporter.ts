import { AuthError, printable } from '../protocol/auth-error.ts'
import { CognitoException } from '../protocol/cognito-exception.ts'

export interface Reporter {
  /** Keeps the cause of an error. The error itself must not hold it: a cause can contain a password. */
  remember: (error: AuthError, cause: unknown) => void
  /** @param error The error before a step replaces its code. */
  report: (error: unknown) => void
}

/**
 * Writes to the console what only a developer can repair: a wrong configuration of the pool or the app
 * client, or a function of the app that threw. It writes one line of each kind, once, and no secrets.
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
