import { useState } from 'react'
import { Nightjar } from '../nightjar/nightjar.tsx'
import type { Settings } from '../settings/settings.ts'
import { Frame } from './frame.tsx'
import { openRealPool } from './open-real-pool.ts'
import { WireView } from './wire-view.tsx'

/** The same page on a user pool that exists. */
export function RealPool({ settings }: { settings: Settings }) {
  const [opened] = useState(() => openRealPool(settings))
  if ('problem' in opened) {
    return (
      <Frame settings={settings}>
        <section className="brief" aria-labelledby="brief-title">
          <div className="brief-words">
            <h1 id="brief-title">This address names no user pool we can open</h1>
            <p>{opened.problem}</p>
            <p>
              It should look like <code>?pool=eu-west-1_Ab12Cd34E&client=1h57kf5cpq17m0eml12</code>.
            </p>
          </div>
          <div className="brief-actions">
            <SimulatedLink />
          </div>
        </section>
      </Frame>
    )
  }
  return (
    <Frame
      settings={settings}
      aside={
        <aside className="side" aria-label="Beside the page">
          <WireView wire={opened.wire} />
        </aside>
      }
    >
      <section className="brief" aria-labelledby="brief-title">
        <div className="brief-words">
          <h1 id="brief-title">A real user pool</h1>
          <p>
            Requests go to <strong>{new URL(opened.auth.endpoint).host}</strong>, for the pool{' '}
            <strong>{settings.pool}</strong>. Messages arrive on real phones, so there is none here.
          </p>
        </div>
        <div className="brief-actions">
          <SimulatedLink />
        </div>
      </section>
      <Nightjar auth={opened.auth} forms={{}} />
    </Frame>
  )
}

function SimulatedLink() {
  return (
    <a className="button" href=".">
      To the simulated pools
    </a>
  )
}
