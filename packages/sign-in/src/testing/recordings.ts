/// <reference types="vite/client" />
import type { ChallengeName, SourceOf } from '../challenges/challenge.ts'

const found = import.meta.glob<object>('../challenges/*/*.recording.ts', {
  import: 'asked',
  eager: true,
})

/** What is asked, by challenge: recorded responses of the service, and what the kit's own steps need. */
export const recordings = Object.fromEntries(
  Object.entries(found).map(([path, asked]) => [nameIn(path), asked]),
) as { [Name in ChallengeName]: SourceOf<Name> }

/** A folder is named after its challenge: `sms-mfa` holds SMS_MFA. */
function nameIn(path: string): string {
  const [, folder = ''] = /challenges\/(.+?)\//.exec(path) ?? []
  return folder.replaceAll('-', '_').toUpperCase()
}
