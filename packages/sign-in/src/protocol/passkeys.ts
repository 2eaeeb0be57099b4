/** A credential as `PublicKeyCredential.toJSON()` writes it: buffers are base64url. */
export type PasskeyCredential = Readonly<Record<string, unknown>>

/**
 * The browser's passkeys. The only way to them, so that an app can bring its own (React Native) and
 * a test none at all. One ceremony at a time: a new one first ends the one before.
 * Rejects with `AuthError`: `passkey-cancelled`, `passkey-unsupported`, `passkey-mismatch`,
 * `passkey-exists` where a new one is made, `cancelled` where its signal aborts or another begins.
 */
export interface Passkeys {
  /** Whether the browser may show its prompt now: the user has just pressed something. */
  mayPrompt: () => boolean
  /** Whether `conditional` works here. Without this, it does not. */
  canAutofill?: () => Promise<boolean>
  /** Signs a challenge. `options` is PublicKeyCredentialRequestOptionsJSON. */
  get: (options: PasskeyOptions, how: PasskeyPrompt) => Promise<PasskeyCredential>
  /** Makes a new passkey. `options` is PublicKeyCredentialCreationOptionsJSON. */
  create: (options: PasskeyOptions, how: { signal: AbortSignal }) => Promise<PasskeyCredential>
}

export type PasskeyOptions = Readonly<Record<string, unknown>>

export interface PasskeyPrompt {
  signal: AbortSignal
  /** Offers it among the suggestions of a username field, without a prompt, and waits. */
  conditional?: boolean
}
