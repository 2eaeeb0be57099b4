import {
  createUserPool as createPool,
  generateSigningKeys,
  type UserPool,
  type UserPoolOptions,
} from '@sallyport/simulator'

let keys: ReturnType<typeof generateSigningKeys> | undefined

/** Makes a simulated user pool. All pools of a test file share their signing keys, which are slow to make. */
export function createUserPool(options: UserPoolOptions = {}): UserPool {
  return createPool({ signingKeys: () => (keys ??= generateSigningKeys()), ...options })
}
