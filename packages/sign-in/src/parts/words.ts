import { createContext, useContext } from 'react'
import { type PartsLabels, partsLabels } from './parts.labels.ts'

/** The parts' own words; `<SignIn labels={{ parts }}>` replaces some of them. */
export const WordsContext = createContext<PartsLabels>(partsLabels)

export function useWords(): PartsLabels {
  return useContext(WordsContext)
}
