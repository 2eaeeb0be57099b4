import './live-sign-in.css'

/** A fallback for `<SignIn>`: a card of the height of the form. */
export function Restoring() {
  return (
    <p className="live-restoring" role="status">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="9.5" />
        <path d="M12 2.5a9.5 9.5 0 0 1 9.5 9.5" />
      </svg>
      One moment
    </p>
  )
}
