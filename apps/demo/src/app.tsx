import { useState } from 'react'
import { Playground } from './playground/playground.tsx'
import { Frame } from './playground/frame.tsx'
import { RealPool } from './playground/real-pool.tsx'
import { useSettings } from './settings/use-settings.ts'

/** Every scenario, transport and restart of the scenario gets a new pool and a new sign-in. */
export function App() {
  const settings = useSettings()
  const [beginning, setBeginning] = useState(0)
  const { scenario, transport, pool, client, flow, endpoint } = settings
  const key = [scenario, transport, pool, client, flow, endpoint, beginning].join()
  const real = pool !== undefined || client !== undefined
  return (
    <Frame settings={settings} real={real}>
      {real ? (
        <RealPool key={key} settings={settings} />
      ) : (
        <Playground key={key} settings={settings} onAgain={() => setBeginning(beginning + 1)} />
      )}
    </Frame>
  )
}
