import type { Pool, SignIn } from './pool.ts'

/** Keeps the last 10,000 of a pool. */
export function addSignIn({ signIns }: Pool, signIn: SignIn): void {
  signIns.set(signIn.refreshToken, signIn)
  if (signIns.size > 10_000) signIns.delete(signIns.keys().next().value!)
}

/** By its refresh token, or by one that was its refresh token before. */
export function findSignIn({ signIns }: Pool, token: string): SignIn | undefined {
  return (
    signIns.get(token) ??
    [...signIns.values()].find(({ formerTokens }) => {
      return formerTokens.some((former) => former.token === token)
    })
  )
}

export function replaceToken({ signIns }: Pool, signIn: SignIn, next: string, until: number): void {
  signIns.delete(signIn.refreshToken)
  signIn.formerTokens.push({ token: signIn.refreshToken, goodUntil: until })
  signIn.refreshToken = next
  signIns.set(next, signIn)
}
