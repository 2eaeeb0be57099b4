import type { Client } from '../client/create-client.ts'
import { getTokensFromRefreshToken } from '../operations/get-tokens-from-refresh-token.ts'
import { initiateAuth } from '../operations/initiate-auth.ts'
import { AuthError } from '../protocol/auth-error.ts'
import { toAuthError } from '../protocol/cognito-exception.ts'
import { badAnswer } from '../protocol/read-values.ts'
import type { AuthenticationResult } from '../protocol/wire.ts'
import type { SessionRecord } from './session-record.ts'

/** Sends one refresh. Rejects with `AuthError`. See `docs/cognito.md#refresh`. */
export type SendRefresh = (
  record: Pick<SessionRecord, 'refreshToken' | 'deviceKey'>,
  signal: AbortSignal,
) => Promise<AuthenticationResult>

export function createSendRefresh(
  clientId: string,
  loadClient: () => Promise<Client>,
): SendRefresh {
  // Some emulators lack the newer operation. That is remembered after the first try.
  let isLegacy = false

  return async ({ refreshToken = '', deviceKey }, signal) => {
    const { call } = await loadClient()
    try {
      if (isLegacy) return await refreshByFlow()
      return await call(
        getTokensFromRefreshToken,
        {
          ClientId: clientId,
          RefreshToken: refreshToken,
          ...(deviceKey && { DeviceKey: deviceKey }),
        },
        { signal },
      ).catch((error: unknown) => {
        if (!isUnknownOperation(error)) throw error
        isLegacy = true
        return refreshByFlow()
      })
    } catch (cause) {
      throw toAuthError(cause, { refusals })
    }

    async function refreshByFlow(): Promise<AuthenticationResult> {
      const AuthParameters = {
        REFRESH_TOKEN: refreshToken,
        ...(deviceKey && { DEVICE_KEY: deviceKey }),
      }
      const input = { ClientId: clientId, AuthFlow: 'REFRESH_TOKEN_AUTH' as const, AuthParameters }
      const { AuthenticationResult: tokens } = await call(initiateAuth, input, { signal })
      if (!tokens) throw badAnswer()
      return tokens
    }
  }
}

/** Whether the answer names the operation as unknown. A failure with another type does not count. */
function isUnknownOperation(error: unknown): boolean {
  const { exception = '' } = error instanceof AuthError ? error.details : {}
  return /^(UnknownOperation|Unsupported$|InvalidAction|NotImplemented)/.test(exception)
}

// The codes of these exceptions for a signed-in user.
const refusals = { UserNotFoundException: 'account-gone' } as const
