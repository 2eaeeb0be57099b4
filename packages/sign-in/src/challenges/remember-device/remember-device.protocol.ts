import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { toAuthError } from '../../protocol/cognito-exception.ts'
import { loadChunk } from '../../protocol/load-chunk.ts'
import type { TokensContext } from '../../protocol/tokens-context.ts'
import type { NewDevice } from './new-device.ts'

/** The kit's own question, once the tokens are here: may this browser stand in for a second factor? */
export interface RememberDeviceChallenge {
  name: 'REMEMBER_DEVICE'
}

export interface RememberDeviceAnswer {
  remember: boolean
}

export const rememberDevice: ChallengeProtocol<
  RememberDeviceChallenge,
  RememberDeviceAnswer,
  NewDevice
> = {
  name: 'REMEMBER_DEVICE',
  own: true,
  askAfterTokens,
  read: () => ({}),
  async submit({ remember }, { source }) {
    if (remember) await source.remember()
    return { kind: 'signed-in' }
  },
}

/** Makes this browser known to a pool that tracks devices; asks only where the user decides. */
async function askAfterTokens(context: TokensContext): Promise<NewDevice | undefined> {
  const { tokens, rememberDevice: policy, onNotice } = context
  if (!tokens.NewDeviceMetadata || policy === 'never') return undefined
  const confirming = confirm(context).catch((cause: unknown) => {
    onNotice(toAuthError(cause, { step: 'ConfirmDevice' }))
    return undefined
  })
  // Nobody waits for a device that nobody is asked about.
  return policy === 'ask' ? confirming : undefined
}

async function confirm(context: TokensContext): Promise<NewDevice | undefined> {
  const { confirmNewDevice } = await loadChunk(import('./new-device.ts'))
  return confirmNewDevice(context)
}
