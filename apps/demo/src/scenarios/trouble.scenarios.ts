import { crew, phone, robin, type ScenarioGroup } from './scenario.ts'

const poolWithSms = { users: crew({ mfa: ['SMS_MFA'], attributes: phone }) }
const portal = '<!doctype html><title>Hotel Wi-Fi</title><h1>Accept our terms to go online</h1>'

export const trouble: ScenarioGroup = {
  title: 'Bad nights',
  scenarios: [
    {
      id: 'short-session',
      title: 'A step that times out',
      story: 'The code must be typed within a minute. Wait, or move the service’s clock.',
      user: robin,
      auth: { authSessionValidityMinutes: 1 },
      pool: { ...poolWithSms, authSessionValidity: 1 },
    },
    {
      id: 'offline',
      title: 'Offline, then again',
      story: 'The first request of each step gets lost. Press again: nothing has to be retyped.',
      user: robin,
      pool: poolWithSms,
      faults: [
        // The kit sends the first InitiateAuth once more by itself.
        { operation: 'InitiateAuth', call: 1, answer: 'drop' },
        { operation: 'InitiateAuth', call: 2, answer: 'drop' },
        { operation: 'RespondToAuthChallenge', call: 2, answer: 'drop' },
      ],
    },
    {
      id: 'lost-answer',
      title: 'The answer gets lost',
      story: 'The code arrives and is spent, but nobody hears the answer. Press again and see.',
      user: robin,
      pool: poolWithSms,
      faults: [{ operation: 'RespondToAuthChallenge', call: 2, when: 'after', answer: 'drop' }],
    },
    {
      id: 'broken',
      title: 'The service has a problem',
      story: 'Answers 500 at first, also when asked once more, and then all is well.',
      user: robin,
      pool: { users: crew() },
      faults: [1, 2].map((call) => ({
        operation: 'InitiateAuth',
        call,
        answer: { error: 'InternalErrorException', message: 'Something went wrong' },
      })),
    },
    {
      id: 'throttled',
      title: 'Too many at once',
      story: 'The service wants twenty seconds of peace, and says so once.',
      user: robin,
      pool: { users: crew() },
      faults: [
        {
          operation: 'InitiateAuth',
          call: 1,
          answer: {
            error: 'TooManyRequestsException',
            message: 'Too many requests',
            headers: { 'retry-after': '20' },
          },
        },
      ],
    },
    {
      id: 'slow',
      title: 'A slow line',
      story: 'Six seconds for each answer. Press twice if you like: it is sent once.',
      user: robin,
      pool: poolWithSms,
      faults: [{ answer: { delay: 6 } }],
    },
    {
      id: 'portal',
      title: 'Hotel Wi-Fi',
      story: 'A login page of the hotel’s answers in place of Cognito, once.',
      user: robin,
      pool: { users: crew() },
      faults: [
        {
          operation: 'InitiateAuth',
          call: 1,
          answer: { status: 200, body: portal, headers: { 'content-type': 'text/html' } },
        },
      ],
    },
  ],
}
