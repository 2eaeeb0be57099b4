import type { ChallengeState } from '../protocol/active-challenge.ts'
import type { ChallengeProtocol } from '../protocol/challenge-protocol.ts'
import * as protocols from './protocols.ts'

type Protocols = typeof protocols
type AutomaticName = {
  [Name in keyof Protocols]: Protocols[Name] extends { automatic: true } ? Name : never
}[keyof Protocols]

/** The challenges that a user meets. */
export type ChallengeName = Exclude<keyof Protocols, AutomaticName>

type ChallengeOf<Name extends keyof Protocols> =
  Protocols[Name] extends ChallengeProtocol<infer Asked, infer _> ? Asked : never
type AnswerTo<Name extends keyof Protocols> =
  Protocols[Name] extends ChallengeProtocol<infer _, infer Answer> ? Answer : never

/** What Cognito may ask. Narrow on `name`. */
export type Challenge = { [Name in ChallengeName]: ChallengeOf<Name> }[ChallengeName]

/** The challenge on screen. Narrow on `name`, and `respond` takes that challenge's answer only. */
export type ActiveChallenge<Name extends ChallengeName = ChallengeName> = {
  [Each in Name]: ChallengeState<ChallengeOf<Each>, AnswerTo<Each>>
}[Name]

/** The protocol for a ChallengeName, or the one for those that nobody knows yet. */
export function protocolFor(name: string): ChallengeProtocol<Challenge, never> {
  const known = Object.hasOwn(wellFiled, name) ? (name as keyof Protocols) : 'UNKNOWN'
  return wellFiled[known] as ChallengeProtocol<Challenge, never>
}

const wellFiled = protocols satisfies { [Name in keyof Protocols]: { name: Name } }
