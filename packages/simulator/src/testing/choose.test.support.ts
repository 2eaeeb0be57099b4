import type { SimulatedUser, UserPoolOptions } from '../user-pool-options.ts'
import { type Answer, type OpenPool, openPool, password } from './open-pool.test.support.ts'

export interface ChoicePool extends OpenPool {
  /** Sends InitiateAuth with USER_AUTH. */
  start: (parameters?: Record<string, string>, more?: object) => Promise<Answer>
  /** Answers as Ana, or as the USERNAME in the responses. */
  choose: (asked: Answer, responses: Record<string, string>, name?: string) => Promise<Answer>
  /** The code of the last message. */
  lastCode: () => string
}

export const ana: SimulatedUser = {
  username: 'ana',
  password,
  attributes: {
    email: 'ana@example.com',
    email_verified: 'false',
    phone_number: '+15555550134',
    phone_number_verified: 'false',
  },
}

/** A pool in which Ana can start with a password or a code. */
export function openChoice(
  user: Partial<SimulatedUser> = {},
  options: UserPoolOptions = {},
): ChoicePool {
  const opened = openPool({
    firstFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'],
    users: [{ ...ana, ...user }],
    ...options,
  })
  return {
    ...opened,
    start: (parameters = {}, more = {}) =>
      opened.ask('InitiateAuth', {
        AuthFlow: 'USER_AUTH',
        AuthParameters: { USERNAME: 'ana', ...parameters },
        ...more,
      }),
    choose: ({ ChallengeName, Session }, responses, name = ChallengeName) =>
      opened.ask('RespondToAuthChallenge', {
        ChallengeName: name,
        Session,
        ChallengeResponses: { USERNAME: 'ana', ...responses },
      }),
    lastCode: () => opened.pool.outbox.at(-1)!.code,
  }
}
