import type { ChallengeState } from '../protocol/active-challenge.ts'
import type { AnyProtocol, ChallengeProtocol } from '../protocol/challenge-protocol.ts'
import * as protocols from './protocols.ts'

type Protocols = typeof protocols
type AutomaticName = {
  [Name in keyof Protocols]: Protocols[Name] extends { automatic: true } ? Name : never
}[keyof Protocols]

/** The steps that a user meets. */
export type ChallengeName = Exclude<keyof Protocols, AutomaticName>

type ChallengeOf<Name extends keyof Protocols> =
  Protocols[Name] extends ChallengeProtocol<infer Challenge, infer _, infer __> ? Challenge : never
type AnswerTo<Name extends keyof Protocols> =
  Protocols[Name] extends ChallengeProtocol<infer _, infer Answer, infer __> ? Answer : never
/** What a step's protocol reads: a response of the service, or what a step of the kit's own needs. */
export type SourceOf<Name extends keyof Protocols> = {
  [Each in Name]: Protocols[Each] extends ChallengeProtocol<infer _, infer __, infer Source>
    ? Source
    : never
}[Name]

/** The challenge on screen. Narrow on `name`, and `respond` takes that challenge's answer only. */
export type ActiveChallenge<Name extends ChallengeName = ChallengeName> = {
  [Each in Name]: ChallengeState<ChallengeOf<Each>, AnswerTo<Each>>
}[Name]

/** The protocol for a ChallengeName, or the one for names that are newer than the kit. */
export function protocolFor(name: string): AnyProtocol {
  const known = Object.hasOwn(registry, name) ? (name as keyof Protocols) : 'UNKNOWN'
  return erase(registry[known])
}

/** The protocol for what the service asks: never a step of the kit's own. */
export function challengeProtocolFor(challengeName: string): AnyProtocol {
  const protocol = protocolFor(challengeName)
  return protocol.own ? erase(registry.UNKNOWN) : protocol
}

/** The first protocol that has this hook. */
export function protocolWith(hook: 'askAfterTokens' | 'autofill'): AnyProtocol | undefined {
  return Object.values(registry)
    .map(erase)
    .find((protocol) => protocol[hook])
}

/** Which protocol it is, is not known from here on: only the protocol can look into its own answers. */
function erase(protocol: Protocols[keyof Protocols]): AnyProtocol {
  return protocol as unknown as AnyProtocol
}

const registry = protocols satisfies { [Name in keyof Protocols]: { name: Name } }
