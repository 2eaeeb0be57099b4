/**
 * A credential in the form of `PublicKeyCredential.toJSON()`: byte arrays are base64url. See
 * `docs/cognito.md#web-authn`.
 */
export type PasskeyCredential = Readonly<Record<string, unknown>>

/**
 * Access to the passkeys of the browser. An app can bring its own, e.g. in React Native.
 * Only one ceremony runs at a time: a new one first ends the previous one.
 * `get` and `create` reject with `AuthError`: `passkey-cancelled`, `passkey-unsupported`,
 * `passkey-mismatch`, `passkey-exists` (`create` only), or `cancelled` if the signal aborts or another
 * ceremony begins.
 */
export interface Passkeys {
  /** Whether the browser may show its prompt now, i.e. the user has just pressed something. */
  mayPrompt: () => boolean
  /** Whether passkey autofill (conditional mediation) works here. Without this method it counts as `false`. */
  canAutofill?: () => Promise<boolean>
  /** Signs a challenge with a passkey. `options` is PublicKeyCredentialRequestOptionsJSON. */
  get: (options: PasskeyOptions, how: PasskeyPrompt) => Promise<PasskeyCredential>
  /** Makes a new passkey. `options` is PublicKeyCredentialCreationOptionsJSON. */
  create: (options: PasskeyOptions, how: { signal: AbortSignal }) => Promise<PasskeyCredential>
}

/** The options of a ceremony, as JSON. */
export type PasskeyOptions = Readonly<Record<string, unknown>>

/** How to ask for a passkey. */
export interface PasskeyPrompt {
  /** Ends the ceremony. */
  signal: AbortSignal
  /** Passkey autofill: no prompt, the browser suggests the passkey in the username field. */
  conditional?: boolean
}
