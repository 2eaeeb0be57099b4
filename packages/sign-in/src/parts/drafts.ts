import { createContext } from 'react'

/** What was typed into a step and may be kept, by user and challenge, until somebody is signed in. */
export type Drafts = Map<string, Record<string, string>>

/** Without a provider nothing is kept. */
export const DraftsContext = createContext<Drafts | undefined>(undefined)
