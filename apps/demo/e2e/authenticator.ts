import { generateKeyPairSync } from 'node:crypto'
import type { Page } from '@playwright/test'

/** An authenticator made of software, built into the browser. */
export interface Authenticator {
  /** Whether somebody touches it as soon as it asks. */
  setPresence: (enabled: boolean) => Promise<void>
  /** Whether the finger is the right one. */
  setVerified: (isUserVerified: boolean) => Promise<void>
  /** Keeps each passkey under its name, with another key. */
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
      for (const kept of credentials) {
        const credential = { ...kept, privateKey: other }
        await cdp.send('WebAuthn.addCredential', { authenticatorId, credential })
      }
    },
  }
}
