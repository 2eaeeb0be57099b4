export interface ServiceExceptionOptions {
  /** Whether the Session can be used again. By default this depends on the type. */
  keepsSession?: boolean
  cause?: unknown
}

/** An error of the service, for the client. `type` is `__type` on the wire. */
export class ServiceException extends Error {
  override readonly name: string = 'ServiceException'
  readonly type: string
  readonly keepsSession: boolean

  constructor(
    type: string,
    message: string,
    { keepsSession, cause }: ServiceExceptionOptions = {},
  ) {
    super(message, { cause })
    this.type = type
    this.keepsSession = keepsSession ?? !sessionEndingTypes.has(type)
  }
}

export function notAuthorized(message = 'Incorrect username or password.'): ServiceException {
  return new ServiceException('NotAuthorizedException', message)
}

export function invalidParameter(message: string): ServiceException {
  return new ServiceException('InvalidParameterException', message)
}

export function missingParameter(name: string): ServiceException {
  return invalidParameter(`Missing required parameter ${name}`)
}

// After these errors the Session cannot be used again. It can after a wrong code or a malformed answer.
const sessionEndingTypes = new Set([
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
