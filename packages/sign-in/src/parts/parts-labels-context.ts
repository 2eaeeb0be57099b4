import { createContext, useContext } from 'react'
import { type PartsLabels, partsLabels } from './parts.labels.ts'

/** The labels that all forms share; `<SignIn labels={{ parts }}>` replaces some of them. */
export const PartsLabelsContext = createContext<PartsLabels>(partsLabels)

export function usePartsLabels(): PartsLabels {
  return useContext(PartsLabelsContext)
}
