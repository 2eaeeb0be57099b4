/// <reference types="vite/client" />
import type { ChallengeName, SourceOf } from '../challenges/challenge.ts'

const found = import.meta.glob<object>('../challenges/*/*.recording.ts', {
  import: 'asked',
  eager: true,
})

/**
 * A response per challenge: recorded from the service, or the data that a step of the kit needs. For tests
 * and stories.
 */
export const recordings = Object.fromEntries(
  Object.entries(found).map(([path, asked]) => [nameIn(path), asked]),
) as { [Name in ChallengeName]: SourceOf<Name> }

/** The folder `sms-mfa` holds SMS_MFA. */
function nameIn(path: string): string {
  const [, folder = ''] = /challenges\/(.+?)\//.exec(path) ?? []
  return folder.replaceAll('-', '_').toUpperCase()
}
