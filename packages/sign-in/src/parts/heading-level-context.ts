import { createContext } from 'react'

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

/** The level of every form's title; `<SignIn headingLevel>` sets it. */
export const HeadingLevelContext = createContext<HeadingLevel>(2)
