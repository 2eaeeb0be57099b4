import type { ReactNode } from 'react'
import type { Settings } from '../settings/settings.ts'
import { ScenarioNav } from './scenario-nav.tsx'
import { Switches } from './switches.tsx'

export interface FrameProps {
  settings: Settings
  /** A real pool has no scenarios. */
  real: boolean
  children: ReactNode
}

/** The frame of the demo around the host app. */
export function Frame({ settings, real, children }: FrameProps) {
  return (
    <div className="playground">
      <a className="skip" href="#stage">
        Skip to the sign-in
      </a>
      <header className="bar">
        <p className="brand">
          <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
            <path d="M5 29V14a11 11 0 0 1 22 0v15h-5V14a6 6 0 0 0-12 0v15Z" />
            <path className="brand-door" d="M13 29V14a3 3 0 0 1 6 0v15Z" />
          </svg>
          Sallyport <span className="brand-kind">demo</span>
        </p>
        <Switches settings={settings} />
      </header>
      {!real && <ScenarioNav settings={settings} />}
      {children}
    </div>
  )
}
