import type * as Forms from '../challenges/forms.ts'
import { createStore, type Store } from '../protocol/store.ts'

type Loaded = typeof Forms | 'failed' | undefined

export interface FormsLoader extends Store<Loaded> {
  /** Fetches our forms, once; again after a failure. */
  load: () => void
}

/** Our forms come in one chunk, fetched while the user types, so that no screen flashes. */
export function createFormsLoader(): FormsLoader {
  const store = createStore<Loaded>(undefined)
  let loading = false

  function load() {
    if (loading) return
    loading = true
    void import('../challenges/forms.ts').then(store.setState, () => {
      loading = false
      store.setState('failed')
    })
  }

  return { ...store, load }
}
