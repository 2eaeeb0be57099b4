import type { ChallengeState } from '../protocol/active-challenge.ts'
import type { AnyProtocol, ChallengeProtocol } from '../protocol/challenge-protocol.ts'
import * as protocols from './protocols.ts'

type Protocols = typeof protocols
type AutomaticName = {
  [Name in keyof Protocols]: Protocols[Name] extends { automatic: true } ? Name : never
}[keyof Protocols]

/** The names of the steps that can be on screen: Cognito's ChallengeNames and the steps of the kit. */
export type ChallengeName = Exclude<keyof Protocols, AutomaticName>

type ChallengeOf<Name extends keyof Protocols> =
  Protocols[Name] extends ChallengeProtocol<infer Challenge, infer _, infer __> ? Challenge : never
type AnswerTo<Name extends keyof Protocols> =
  Protocols[Name] extends ChallengeProtocol<infer _, infer Answer, infer __> ? Answer : never
/** The input of `read`: a response of the service, or the data that a step of the kit needs. */
export type SourceOf<Name extends keyof Protocols> = {
  [Each in Name]: Protocols[Each] extends ChallengeProtocol<infer _, infer __, infer Source>
    ? Source
    : never
}[Name]

/** The challenge on screen. Narrow on `name`: `respond` then takes the answer of that challenge only. */
export type ActiveChallenge<Name extends ChallengeName = ChallengeName> = {
  [Each in Name]: ChallengeState<ChallengeOf<Each>, AnswerTo<Each>>
}[Name]

/** The protocol of a ChallengeName. A name that the kit does not know gets the protocol of UNKNOWN. */
export function protocolFor(name: string): AnyProtocol {
  const key = Object.hasOwn(registry, name) ? (name as keyof Protocols) : 'UNKNOWN'
  return erase(registry[key])
}

/** The protocol of a ChallengeName that the service sent: never that of a step of the kit. */
export function challengeProtocolFor(challengeName: string): AnyProtocol {
  const protocol = protocolFor(challengeName)
  return protocol.kitStep ? erase(registry.UNKNOWN) : protocol
}

/** Finds the protocol that has this hook. */
export function protocolWith(hook: 'askAfterTokens' | 'autofill'): AnyProtocol | undefined {
  return Object.values(registry)
    .map(erase)
    .find((protocol) => protocol[hook])
}

/** Removes the types of challenge and answer: the loop does not know them. */
function erase(protocol: Protocols[keyof Protocols]): AnyProtocol {
  return protocol as unknown as AnyProtocol
}

const registry = protocols satisfies { [Name in keyof Protocols]: { name: Name } }
