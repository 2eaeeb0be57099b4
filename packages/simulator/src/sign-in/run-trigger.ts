import type { Pool, User } from '../pool/pool.ts'
import type { Service } from '../service.ts'
import type { Trigger, TriggerEvent, Triggers } from '../triggers.ts'
import { ServiceException } from '../wire/service-exception.ts'
import { withTimeout } from './with-timeout.ts'

export interface TriggerCall<Name extends keyof Triggers> {
  service: Service
  pool: Pool
  clientId: string
  name: Name
  /** The part after `_` in the trigger source, for example `Authentication`. */
  sourceSuffix: string
  user: User | undefined
  username: string
  request: Omit<RequestOf<Name>, 'userAttributes'>
  response: ResponseOf<Name>
}

export type RequestOf<Name extends keyof Triggers> =
  NonNullable<Triggers[Name]> extends Trigger<infer Request, infer _> ? Request : never

export type ResponseOf<Name extends keyof Triggers> =
  NonNullable<Triggers[Name]> extends Trigger<infer _, infer Response> ? Response : never

export function hasTrigger(pool: Pool, name: keyof Triggers): boolean {
  return Object.hasOwn(pool.lambda, toTitleCase(name))
}

/** Calls the trigger as the service calls a Lambda, and returns the `response` of its event. */
export async function runTrigger<Name extends keyof Triggers>(
  call: TriggerCall<Name>,
): Promise<ResponseOf<Name>> {
  const { service, pool, name } = call
  const titleCaseName = toTitleCase(name)
  const arn = pool.lambda[titleCaseName] ?? ''
  if (arn.endsWith(':autoconfirm')) {
    return Object.assign({}, call.response, { autoConfirmUser: true })
  }

  const trigger = service.triggers[name] as Trigger | undefined
  if (!trigger) {
    throw invocationFailed(titleCaseName, `: the simulator has no trigger ${name}.`)
  }
  let returned: unknown
  try {
    // A copy by way of JSON, as a Lambda gets it: the trigger cannot change the pool.
    const event = JSON.parse(JSON.stringify(toEvent(call, titleCaseName))) as TriggerEvent
    returned = await withTimeout(trigger(event), () => {
      return invocationFailed(titleCaseName, ' Socket timeout while invoking Lambda function.')
    })
  } catch (cause) {
    if (cause instanceof ServiceException) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    const message = `${titleCaseName} failed with error ${reason}.`
    throw new ServiceException('UserLambdaValidationException', message, { cause })
  }
  return readResponse(returned) as ResponseOf<Name>
}

export function invalidLambdaOutput(cause?: unknown): ServiceException {
  const message = 'Unrecognizable lambda output'
  return new ServiceException('InvalidLambdaResponseException', message, { cause })
}

function invocationFailed(title: string, error: string): ServiceException {
  return new ServiceException(
    'UnexpectedLambdaException',
    `${title} invocation failed due to error${error}`,
  )
}

function toEvent<Name extends keyof Triggers>(call: TriggerCall<Name>, title: string): object {
  const { pool, sourceSuffix, user, username, clientId, request, response } = call
  return {
    version: '1',
    triggerSource: `${title}_${sourceSuffix}`.replace('PreTokenGeneration', 'TokenGeneration'),
    region: pool.id.split('_')[0],
    userPoolId: pool.id,
    userName: username,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId },
    request: {
      userAttributes: user ? { ...user.attributes, 'cognito:user_status': user.status } : {},
      ...request,
    },
    response,
  }
}

function readResponse(returned: unknown): unknown {
  let event: unknown
  try {
    event = JSON.parse(JSON.stringify(returned))
  } catch (cause) {
    throw invalidLambdaOutput(cause)
  }
  if (typeof event !== 'object' || event === null) throw invalidLambdaOutput()
  const { response } = event as { response?: unknown }
  if (typeof response !== 'object' || response === null || Array.isArray(response)) {
    throw invalidLambdaOutput()
  }
  return response
}

function toTitleCase(name: keyof Triggers): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
