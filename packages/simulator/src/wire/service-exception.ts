export interface ServiceExceptionOptions {
  /** Whether the Session of the answer can be used again; most types imply it. */
  keepsSession?: boolean
  cause?: unknown
}

/** The service says no; `type` is its `__type`. */
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

// Wrong codes and malformed answers leave the Session alive, whatever else goes wrong burns it.
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
