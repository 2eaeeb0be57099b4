import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { toAuthError } from '../../protocol/cognito-exception.ts'
import { loadChunk } from '../../protocol/load-chunk.ts'
import type { TokensContext } from '../../protocol/tokens-context.ts'
import type { NewDevice } from './new-device.ts'

/**
 * A step of the kit, after the tokens: may this browser replace the second factor? See
 * `docs/decisions.md#remember_device-is-a-step-of-the-kit`.
 */
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
  kitStep: true,
  askAfterTokens,
  read: () => ({}),
  async submit({ remember }, { source }) {
    if (remember) await source.remember()
    return { kind: 'signed-in' }
  },
}

/**
 * Confirms the new device. Resolves with it only if the user has to be asked. See
 * `docs/cognito.md#confirm-device`.
 */
async function askAfterTokens(context: TokensContext): Promise<NewDevice | undefined> {
  const { tokens, rememberDevice: policy, onNotice } = context
  if (!tokens.NewDeviceMetadata || policy === 'never') return undefined
  const confirming = confirm(context).catch((cause: unknown) => {
    onNotice(toAuthError(cause, { step: 'ConfirmDevice' }))
    return undefined
  })
  // The sign-in waits for the confirmation only if a question follows.
  return policy === 'ask' ? confirming : undefined
}

async function confirm(context: TokensContext): Promise<NewDevice | undefined> {
  const { confirmNewDevice } = await loadChunk(import('./new-device.ts'))
  return confirmNewDevice(context)
}
