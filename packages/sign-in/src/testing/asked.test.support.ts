import type { ActiveChallenge, ChallengeName } from '../challenges/challenge.ts'
import type { Auth } from '../loop/create-auth.ts'

/** Returns the challenge on screen. Throws if it has another name. */
export function askedOf(auth: Auth) {
  return <Name extends ChallengeName>(name: Name) => {
    const { status, challenge } = auth.getState()
    if (challenge?.name !== name) {
      throw new Error(
        `${name} is not asked: ${status} ${challenge?.name} ${challenge?.error?.code}`,
      )
    }
    return challenge as Extract<ActiveChallenge, { name: Name }>
  }
}
