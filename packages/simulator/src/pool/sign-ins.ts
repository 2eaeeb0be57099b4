import type { Pool, SignIn } from './pool.ts'

/** Adds a sign-in. A pool keeps its last 10,000. */
export function addSignIn({ signIns }: Pool, signIn: SignIn): void {
  signIns.set(signIn.refreshToken, signIn)
  if (signIns.size > 10_000) signIns.delete(signIns.keys().next().value!)
}

/** Finds a sign-in by its current refresh token or a former one. */
export function findSignIn({ signIns }: Pool, token: string): SignIn | undefined {
  return (
    signIns.get(token) ??
    [...signIns.values()].find(({ formerTokens }) => {
      return formerTokens.some((former) => former.token === token)
    })
  )
}

export function replaceToken(
  { signIns }: Pool,
  signIn: SignIn,
  nextToken: string,
  validUntil: number,
): void {
  signIns.delete(signIn.refreshToken)
  signIn.formerTokens.push({ token: signIn.refreshToken, goodUntil: validUntil })
  signIn.refreshToken = nextToken
  signIns.set(nextToken, signIn)
}
