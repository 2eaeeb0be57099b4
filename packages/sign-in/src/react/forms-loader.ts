import type * as Forms from '../challenges/forms.ts'
import { createStore, type Store } from '../protocol/store.ts'

type Loaded = typeof Forms | 'failed' | undefined

export interface FormsLoader extends Store<Loaded> {
  /** Loads the kit's forms, once. After a failure it tries again. */
  load: () => void
}

/** Loads the kit's forms as one chunk while the user types, so that the next screen shows at once. */
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
