import { ServiceException } from '../wire/service-exception.ts'
import type { PasswordPolicy, Pool, User } from './pool.ts'

/** Throws for the first rule of the password policy that the password breaks. */
export function checkPassword(pool: Pool, user: User | undefined, password: string): void {
  const brokenRule = policyRules.find((rule) => !rule.holds(password, pool.passwordPolicy))
  if (brokenRule) {
    const message = `Password did not conform with policy: ${brokenRule.message}`
    throw new ServiceException('InvalidPasswordException', message)
  }
  const { history } = pool.passwordPolicy
  const formerPasswords = user ? [user.password, ...user.formerPasswords] : []
  if (formerPasswords.slice(0, history).includes(password)) {
    const message = 'Password has previously been used'
    throw new ServiceException('PasswordHistoryPolicyViolationException', message)
  }
}

export function setPassword(user: User, password: string, now: number): void {
  if (user.password !== undefined && user.status !== 'FORCE_CHANGE_PASSWORD') {
    user.formerPasswords = [user.password, ...user.formerPasswords].slice(0, 24)
  }
  user.password = password
  user.passwordSetAt = now
  user.modifiedAt = now
}

/** Generates a temporary password that the pool's policy accepts. */
export function newPassword({ minLength }: PasswordPolicy): string {
  const alphabets = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnopqrstuvwxyz', '23456789', '!#%+?@']
  const bytes = crypto.getRandomValues(new Uint8Array(Math.max(minLength, 12)))
  const characters = Array.from(bytes, (byte, index) => {
    const alphabet = alphabets[index % alphabets.length]!
    return alphabet[byte % alphabet.length]
  })
  return characters.join('')
}

const symbol = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+ -]/

const policyRules: { message: string; holds(password: string, policy: PasswordPolicy): boolean }[] =
  [
    {
      message: 'Password not long enough',
      holds: (password, { minLength }) => password.length >= minLength,
    },
    { message: 'Password too long', holds: (password) => password.length <= 256 },
    {
      message: 'Password must not start or end with a space',
      holds: (password) => !/^\s|\s$/.test(password),
    },
    {
      message: 'Password must have uppercase characters',
      holds: (password, { uppercase }) => !uppercase || /[A-Z]/.test(password),
    },
    {
      message: 'Password must have lowercase characters',
      holds: (password, { lowercase }) => !lowercase || /[a-z]/.test(password),
    },
    {
      message: 'Password must have numeric characters',
      holds: (password, { numbers }) => !numbers || /\d/.test(password),
    },
    {
      message: 'Password must have symbol characters',
      holds: (password, { symbols }) => !symbols || symbol.test(password),
    },
  ]
