import { type AuthFlow, createAuth } from '@sallyport/sign-in'
import type { Settings } from '../settings/settings.ts'
import { type Playground, transportFor } from './create-playground.ts'
import { createWireLog } from './wire-log.ts'

/** Opens the pool that the URL names. Returns an error message if it cannot. */
export function openRealPool(settings: Settings): Playground | { problem: string } {
  const { pool: userPoolId = '', client: clientId = '', flow, endpoint, transport } = settings
  if (!clientId) return { problem: 'Add &client= and the id of an app client without a secret.' }
  if (endpoint !== undefined && !isTrusted(endpoint)) {
    return { problem: 'The endpoint must be this host, this machine, or Cognito’s own address.' }
  }
  try {
    const wire = createWireLog((...request) => globalThis.fetch(...request))
    const auth = createAuth({
      userPoolId,
      clientId,
      ...(flow !== undefined && { authFlow: flow as AuthFlow }),
      ...(endpoint !== undefined && { endpoint }),
      ...transportFor(transport),
      tokenStorage: 'local',
      fetch: wire.fetch,
    })
    return { auth, wire, pool: undefined, openTab: undefined }
  } catch (reason) {
    const message = reason instanceof Error ? reason.message : String(reason)
    return { problem: message.replace(/^createAuth: /, '') }
  }
}

/** Without this check, a link could send a password to any server. */
function isTrusted(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false
  const { origin, hostname, protocol } = new URL(endpoint)
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const cognito = /^cognito-idp(-fips)?\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(hostname)
  return origin === location.origin || local || (cognito && protocol === 'https:')
}
