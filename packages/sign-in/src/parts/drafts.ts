import { createContext } from 'react'

/** The values of kept fields, by user and challenge, until somebody is signed in. */
export type Drafts = Map<string, Record<string, string>>

/** Without a provider, no value is kept. */
export const DraftsContext = createContext<Drafts | undefined>(undefined)
