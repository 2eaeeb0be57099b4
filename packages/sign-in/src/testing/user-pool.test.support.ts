import {
  createUserPool as createPool,
  generateSigningKeys,
  type UserPool,
  type UserPoolOptions,
} from '@sallyport/simulator'

let keys: ReturnType<typeof generateSigningKeys> | undefined

/** A user pool in memory. All pools of a test file share their signing keys, which take a while to make. */
export function createUserPool(options: UserPoolOptions = {}): UserPool {
  return createPool({ signingKeys: () => (keys ??= generateSigningKeys()), ...options })
}
