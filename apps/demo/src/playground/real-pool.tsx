import { AuthProvider } from '@sallyport/sign-in'
import { type ReactNode, useState } from 'react'
import { Nightjar } from '../nightjar/nightjar.tsx'
import { SessionPanel } from '../session/session-panel.tsx'
import type { Settings } from '../settings/settings.ts'
import { openRealPool } from './open-real-pool.ts'
import { Stage } from './stage.tsx'
import { WireView } from './wire-view.tsx'

/** The demo with a real user pool. */
export function RealPool({ settings }: { settings: Settings }) {
  const [opened] = useState(() => openRealPool(settings))
  if ('problem' in opened) {
    return (
      <Stage>
        <Notice title="This address names no user pool we can open">
          <p>{opened.problem}</p>
          <p>
            It should look like <code>?pool=eu-west-1_Ab12Cd34E&client=1h57kf5cpq17m0eml12</code>.
          </p>
        </Notice>
      </Stage>
    )
  }
  const { auth, wire } = opened
  return (
    <AuthProvider auth={auth}>
      <Stage>
        <Notice title="A real user pool">
          <p>
            Requests go to <strong>{addressee(settings)}</strong>, for the pool{' '}
            <strong>{settings.pool}</strong>. Messages arrive on real phones, so there is none here.
          </p>
        </Notice>
        <Nightjar forms={{}} />
        <SessionPanel wire={wire} pool={undefined} openTab={undefined} />
      </Stage>
      <aside className="side" aria-label="Beside the page">
        <WireView wire={wire} />
      </aside>
    </AuthProvider>
  )
}

function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="brief" aria-labelledby="brief-title">
      <div className="brief-words">
        <h1 id="brief-title">{title}</h1>
        {children}
      </div>
      <div className="brief-actions">
        <a className="button" href=".">
          To the simulated pools
        </a>
      </div>
    </section>
  )
}

function addressee({ pool = '', endpoint }: Settings): string {
  return endpoint === undefined
    ? `Amazon Cognito in ${pool.replace(/_.*/, '')}`
    : new URL(endpoint).host
}
