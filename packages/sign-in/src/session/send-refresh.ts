import type { Client } from '../client/create-client.ts'
import { getTokensFromRefreshToken } from '../operations/get-tokens-from-refresh-token.ts'
import { initiateAuth } from '../operations/initiate-auth.ts'
import { AuthError } from '../protocol/auth-error.ts'
import { toAuthError } from '../protocol/cognito-exception.ts'
import { badAnswer } from '../protocol/read-values.ts'
import type { AuthenticationResult } from '../protocol/wire.ts'
import type { SessionRecord } from './session-record.ts'

/** Refreshes tokens. Rejects with `AuthError`; it keeps nothing, and decides nothing. */
export type SendRefresh = (
  record: Pick<SessionRecord, 'refreshToken' | 'deviceKey'>,
  signal: AbortSignal,
) => Promise<AuthenticationResult>

export function createSendRefresh(
  clientId: string,
  loadClient: () => Promise<Client>,
): SendRefresh {
  // An emulator may lack the newer operation: found out once.
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

/** Never a plain failure of the service: it must have named the operation as unknown, whatever the status. */
function isUnknownOperation(error: unknown): boolean {
  const { exception = '' } = error instanceof AuthError ? error.details : {}
  return /^(UnknownOperation|Unsupported$|InvalidAction|NotImplemented)/.test(exception)
}

// What these mean for a user who is signed in already.
const refusals = { UserNotFoundException: 'account-gone' } as const
