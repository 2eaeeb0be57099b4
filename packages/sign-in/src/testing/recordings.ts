/// <reference types="vite/client" />
import { type ChallengeName, protocolFor } from '../challenges/challenge.ts'
import type { ChallengeResponse } from '../protocol/wire.ts'

const found = import.meta.glob<ChallengeResponse>('../challenges/*/*.recording.ts', {
  import: 'asked',
  eager: true,
})

/** What Cognito was recorded to ask, by challenge. */
export const recordings = Object.fromEntries(
  Object.values(found).map((asked) => [protocolFor(asked.ChallengeName).name, asked]),
) as Record<ChallengeName, ChallengeResponse>
