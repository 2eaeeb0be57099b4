import { AuthError, type AuthSession } from '@sallyport/sign-in'
import { useState } from 'react'

/** Lets the signed-in user register a passkey. */
export function AddPasskey({ session }: { session: AuthSession }) {
  const [said, setSaid] = useState('')

  function add() {
    setSaid('')
    session.registerPasskey().then(
      () => setSaid('Added. Sign out, and use it to come back.'),
      (error: unknown) =>
        setSaid(error instanceof AuthError ? error.message : 'That did not work.'),
    )
  }

  return (
    <section aria-labelledby="passkey-title">
      <h3 id="passkey-title">Passkey</h3>
      <p role="status">{said || 'Come back with your fingerprint, face or screen lock.'}</p>
      <button className="tonight-button" type="button" onClick={add}>
        Add a passkey
      </button>
    </section>
  )
}
