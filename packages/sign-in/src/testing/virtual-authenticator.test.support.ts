import { cdp } from 'vitest/browser'

export interface VirtualAuthenticator {
  /** Whether the authenticator acts as if the user touches it at once. */
  setPresence: (enabled: boolean) => Promise<void>
  /** Whether the user verification (fingerprint or PIN) succeeds. */
  setVerified: (isUserVerified: boolean) => Promise<void>
  forgetAll: () => Promise<void>
  remove: () => Promise<void>
}

/** Adds a virtual authenticator to this browser. */
export async function addAuthenticator(): Promise<VirtualAuthenticator> {
  const { send } = cdp()
  await send('WebAuthn.enable')
  const { authenticatorId } = await send('WebAuthn.addVirtualAuthenticator', {
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
      void (await send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })),
    setVerified: async (isUserVerified) =>
      void (await send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })),
    forgetAll: async () => void (await send('WebAuthn.clearCredentials', { authenticatorId })),
    remove: async () =>
      void (await send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })),
  }
}
