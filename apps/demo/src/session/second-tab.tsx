import { type Auth, AuthProvider, SignedIn, SignedOut } from '@sallyport/sign-in'
import { endings } from './endings.ts'

/** The app in a second tab: a second `Auth` on the storage of the first. */
export function SecondTab({ auth }: { auth: Auth }) {
  return (
    <section className="tab" aria-label="Second tab">
      <p className="tab-title">Nightjar</p>
      <div className="tab-page" role="status">
        <AuthProvider auth={auth}>
          <SignedIn>
            {({ user, signOut }) => (
              <>
                <p>
                  Signed in as <strong>{user.username}</strong>
                </p>
                <button className="button" type="button" onClick={() => void signOut()}>
                  Sign out in this tab
                </button>
              </>
            )}
          </SignedIn>
          <SignedOut>
            {(reason) => (
              <p>{reason ? endings[reason] : 'Nobody is signed in.'} Sign in on the page.</p>
            )}
          </SignedOut>
        </AuthProvider>
      </div>
    </section>
  )
}
