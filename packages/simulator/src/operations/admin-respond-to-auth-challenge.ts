import { respond } from '../sign-in/respond.ts'
import { struct } from '../wire/shape.ts'
import { adminAuthFields, readAdminAuth } from './auth-side.ts'
import { challengeAnswerFields, readChallengeAnswer } from './challenge-answer-fields.ts'
import { type Operation, operation } from './operation.ts'

export const adminRespondToAuthChallenge: Operation = operation(
  struct({ ...challengeAnswerFields, ...adminAuthFields }),
  (request, service) => respond(readChallengeAnswer(readAdminAuth(service, request), request)),
)
