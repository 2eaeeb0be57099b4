import { type AuthFlow, createAuth } from '@sallyport/sign-in'
import type { Settings } from '../settings/settings.ts'
import { type Playground, transportFor } from './create-playground.ts'
import { createWireLog } from './wire-log.ts'

/** The pool that the address names, or in words why there is none. */
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
      fetch: wire.fetch,
    })
    return { auth, wire, pool: undefined }
  } catch (reason) {
    const words = reason instanceof Error ? reason.message : String(reason)
    return { problem: words.replace(/^createAuth: /, '') }
  }
}

/** A link must not be able to send somebody's password to just any address. */
function isTrusted(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false
  const { origin, hostname, protocol } = new URL(endpoint)
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const cognito = /^cognito-idp(-fips)?\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(hostname)
  return origin === location.origin || local || (cognito && protocol === 'https:')
}
