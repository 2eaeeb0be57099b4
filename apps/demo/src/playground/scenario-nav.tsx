import { type MouseEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import { findScenario, scenarioGroups } from '../scenarios/scenarios.ts'
import { type Settings, toSearch } from '../settings/settings.ts'
import { changeSettings } from '../settings/use-settings.ts'

/** Links to all scenarios. On a narrow page they are behind a button. */
export function ScenarioNav({ settings }: { settings: Settings }) {
  const [open, setOpen] = useState(false)

  function pick(event: MouseEvent, scenario: string) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    flushSync(() => {
      changeSettings({ scenario })
      setOpen(false)
    })
    // The list had the focus and is hidden now, so the scenario takes it.
    if (open) document.getElementById('stage')?.focus()
  }

  return (
    <nav className="scenarios" aria-label="Scenarios">
      <button
        className="scenarios-toggle"
        type="button"
        aria-expanded={open}
        aria-controls="scenario-list"
        onClick={() => setOpen(!open)}
      >
        <span className="scenarios-kind">Scenario</span>
        {findScenario(settings.scenario).title}
      </button>
      <div className="scenarios-list" id="scenario-list" data-open={open}>
        {scenarioGroups.map(({ title, scenarios }) => (
          <section className="scenarios-group" key={title} aria-label={title}>
            <p className="scenarios-title">{title}</p>
            <ul>
              {scenarios.map(({ id, title: name }) => (
                <li key={id}>
                  <a
                    href={toSearch({ ...settings, scenario: id })}
                    aria-current={id === settings.scenario ? 'page' : undefined}
                    onClick={(event) => pick(event, id)}
                  >
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  )
}
