import { respond } from '../sign-in/respond.ts'
import { struct } from '../wire/shape.ts'
import { publicAuthFields, readPublicAuth } from './auth-side.ts'
import { challengeAnswerFields, readChallengeAnswer } from './challenge-answer-fields.ts'
import { type Operation, operation } from './operation.ts'

export const respondToAuthChallenge: Operation = operation(
  struct({ ...challengeAnswerFields, ...publicAuthFields }),
  (request, service) => respond(readChallengeAnswer(readPublicAuth(service, request), request)),
)
