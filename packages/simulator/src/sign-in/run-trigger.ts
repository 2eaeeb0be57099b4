import type { Pool, User } from '../pool/pool.ts'
import type { Service } from '../service.ts'
import type { Trigger, TriggerEvent, Triggers } from '../triggers.ts'
import { Refusal } from '../wire/refusal.ts'
import { inTime } from './in-time.ts'

export interface TriggerCall<Name extends keyof Triggers> {
  service: Service
  pool: Pool
  clientId: string
  name: Name
  /** What comes after the `_` of the trigger source, e.g. `Authentication`. */
  occasion: string
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
  return Object.hasOwn(pool.lambda, toConfigName(name))
}

/** Calls the trigger as the service calls a Lambda, and hands back the `response` of its event. */
export async function runTrigger<Name extends keyof Triggers>(
  call: TriggerCall<Name>,
): Promise<ResponseOf<Name>> {
  const { service, pool, name } = call
  const title = name.charAt(0).toUpperCase() + name.slice(1)
  const arn = pool.lambda[toConfigName(name)] ?? ''
  if (arn.endsWith(':autoconfirm')) {
    return Object.assign({}, call.response, { autoConfirmUser: true })
  }

  const trigger = service.triggers[name] as Trigger | undefined
  if (!trigger) {
    throw failed(title, `: the simulator was given no ${name}.`)
  }
  let returned: unknown
  try {
    // As JSON, because that is how a Lambda gets it: nothing it changes reaches the pool.
    const event = JSON.parse(JSON.stringify(toEvent(call, title))) as TriggerEvent
    returned = await inTime(trigger(event), () => {
      return failed(title, ' Socket timeout while invoking Lambda function.')
    })
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    const message = `${title} failed with error ${reason}.`
    throw new Refusal('UserLambdaValidationException', message, { cause })
  }
  return readResponse(returned) as ResponseOf<Name>
}

export function unrecognizable(cause?: unknown): Refusal {
  const message = 'Unrecognizable lambda output'
  return new Refusal('InvalidLambdaResponseException', message, { cause })
}

function failed(title: string, error: string): Refusal {
  return new Refusal('UnexpectedLambdaException', `${title} invocation failed due to error${error}`)
}

function toEvent<Name extends keyof Triggers>(call: TriggerCall<Name>, title: string): object {
  const { pool, occasion, user, username, clientId, request, response } = call
  return {
    version: '1',
    triggerSource: `${title}_${occasion}`.replace('PreTokenGeneration', 'TokenGeneration'),
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
    throw unrecognizable(cause)
  }
  if (typeof event !== 'object' || event === null) throw unrecognizable()
  const { response } = event as { response?: unknown }
  if (typeof response !== 'object' || response === null || Array.isArray(response)) {
    throw unrecognizable()
  }
  return response
}

function toConfigName(name: keyof Triggers): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
