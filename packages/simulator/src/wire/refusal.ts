export interface RefusalOptions {
  /** Whether the Session of the answer can be used again; most types imply it. */
  keepsSession?: boolean
  cause?: unknown
}

/** The service says no; `type` is its `__type`. */
export class Refusal extends Error {
  override readonly name: string = 'Refusal'
  readonly type: string
  readonly keepsSession: boolean

  constructor(type: string, message: string, { keepsSession, cause }: RefusalOptions = {}) {
    super(message, { cause })
    this.type = type
    this.keepsSession = keepsSession ?? !spending.has(type)
  }
}

export function notAuthorized(message = 'Incorrect username or password.'): Refusal {
  return new Refusal('NotAuthorizedException', message)
}

export function invalidParameter(message: string): Refusal {
  return new Refusal('InvalidParameterException', message)
}

export function missingParameter(name: string): Refusal {
  return invalidParameter(`Missing required parameter ${name}`)
}

// Wrong codes and malformed answers leave the Session alive, whatever else goes wrong burns it.
const spending = new Set([
  'NotAuthorizedException',
  'UserLambdaValidationException',
  'UnexpectedLambdaException',
  'InvalidLambdaResponseException',
  'PasswordResetRequiredException',
  'UserNotConfirmedException',
  'UserNotFoundException',
  'MFAMethodNotFoundException',
  'SoftwareTokenMFANotFoundException',
  'InternalErrorException',
])
