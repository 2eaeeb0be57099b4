import { AuthProvider } from '@sallyport/sign-in'
import { useEffect, useState } from 'react'
import { Nightjar } from '../nightjar/nightjar.tsx'
import { Phone } from '../phone/phone.tsx'
import { findScenario } from '../scenarios/scenarios.ts'
import { SessionPanel } from '../session/session-panel.tsx'
import type { Settings } from '../settings/settings.ts'
import { Brief } from './brief.tsx'
import { createPlayground } from './create-playground.ts'
import { ServiceClock } from './service-clock.tsx'
import { Stage } from './stage.tsx'
import { WireView } from './wire-view.tsx'

export interface PlaygroundProps {
  settings: Settings
  onAgain: () => void
}

/** One scenario: the host app, the phone of the user, and the requests. */
export function Playground({ settings, onAgain }: PlaygroundProps) {
  const scenario = findScenario(settings.scenario)
  const [{ auth, pool, wire, openTab }] = useState(() => createPlayground(scenario, settings))

  useEffect(() => {
    // The end-to-end tests read the requests of the pool and advance its clock.
    if (pool) window.demo = { pool }
  }, [pool])

  return (
    <AuthProvider auth={auth}>
      <Stage>
        <Brief scenario={scenario} onAgain={onAgain} />
        <Nightjar forms={scenario.forms ?? {}} passkeys={scenario.pool.passkeys !== undefined} />
        <SessionPanel wire={wire} pool={pool} openTab={openTab} />
      </Stage>
      {pool && (
        <aside className="side" aria-label="Beside the page">
          <Phone pool={pool} username={scenario.user.username} />
          <ServiceClock pool={pool} />
          <WireView wire={wire} />
        </aside>
      )}
    </AuthProvider>
  )
}
