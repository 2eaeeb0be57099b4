import { createContext, useContext, useMemo } from 'react'
import { mergeLabels, type PartialLabels } from './merge-labels.ts'
import type { PartsLabels } from './parts.labels.ts'

/** The app's own labels for the parts: `<SignIn labels={{ parts }}>`. */
export const PartsLabelsContext = createContext<PartialLabels<PartsLabels>>({})

/** Our labels, with the app's in place of some. */
export function usePartsLabels<Labels extends object>(ours: Labels): Labels {
  const theirs = useContext(PartsLabelsContext) as PartialLabels<Labels>
  return useMemo(() => mergeLabels(ours, theirs), [ours, theirs])
}
