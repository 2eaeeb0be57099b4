import { useMemo, useSyncExternalStore } from 'react'
import { applySettings } from './apply-settings.ts'
import { readSettings, type Settings, toSearch } from './settings.ts'

/** What the address asks for. */
export function useSettings(): Settings {
  const search = useSyncExternalStore(subscribe, () => location.search)
  return useMemo(() => readSettings(search), [search])
}

/** Goes there without loading the page again; the back button leads back. */
export function changeSettings(changes: Partial<Settings>): void {
  const next = { ...readSettings(location.search), ...changes }
  history.pushState(null, '', new URL(toSearch(next), location.href.replace(/[?#].*/, '')))
  dispatchEvent(new PopStateEvent('popstate'))
}

function subscribe(changed: () => void): () => void {
  const arrive = () => {
    applySettings()
    changed()
  }
  addEventListener('popstate', arrive)
  return () => removeEventListener('popstate', arrive)
}
