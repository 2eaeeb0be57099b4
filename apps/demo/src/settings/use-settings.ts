import { useMemo, useSyncExternalStore } from 'react'
import { applySettings } from './apply-settings.ts'
import { readSettings, type Settings, toSearch } from './settings.ts'

/** The settings in the URL. */
export function useSettings(): Settings {
  const search = useSyncExternalStore(subscribe, () => location.search)
  return useMemo(() => readSettings(search), [search])
}

/** Changes the URL without loading the page again. The back button works. */
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
