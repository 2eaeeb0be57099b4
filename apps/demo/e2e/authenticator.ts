import { generateKeyPairSync } from 'node:crypto'
import type { Page } from '@playwright/test'

/** A virtual authenticator in the browser. */
export interface Authenticator {
  /** Whether the authenticator acts as if the user touches it at once. */
  setPresence: (enabled: boolean) => Promise<void>
  /** Whether the user verification succeeds. */
  setVerified: (isUserVerified: boolean) => Promise<void>
  /** Replaces the private key of every passkey, so that its signatures are wrong. */
  forge: () => Promise<void>
}

export async function addAuthenticator(page: Page): Promise<Authenticator> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    setPresence: async (enabled) =>
      void (await cdp.send('WebAuthn.setAutomaticPresenceSimulation', {
        authenticatorId,
        enabled,
      })),
    setVerified: async (isUserVerified) =>
      void (await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })),
    async forge() {
      const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId })
      await cdp.send('WebAuthn.clearCredentials', { authenticatorId })
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const other = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
      for (const old of credentials) {
        const credential = { ...old, privateKey: other }
        await cdp.send('WebAuthn.addCredential', { authenticatorId, credential })
      }
    },
  }
}
