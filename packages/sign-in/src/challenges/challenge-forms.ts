import type { ComponentProps, ComponentType } from 'react'
import type { ActiveChallenge, ChallengeName } from './challenge.ts'
import type { firstForms } from './first-forms.ts'
import type * as forms from './forms.ts'

type Forms = typeof forms

type PascalCase<Name extends string> = Name extends `${infer Word}_${infer Rest}`
  ? `${Capitalize<Lowercase<Word>>}${PascalCase<Rest>}`
  : Capitalize<Lowercase<Name>>

type FormName<Name extends ChallengeName> = `${PascalCase<Name>}Form`

/** A form for one challenge. It gets the challenge as its only prop. */
export type ChallengeForm<Name extends ChallengeName> = ComponentType<{
  challenge: ActiveChallenge<Name>
}>

/** Your own forms, by challenge. */
export type ChallengeForms = { [Name in ChallengeName]?: ChallengeForm<Name> }

/** Your own labels, by challenge. */
export type ChallengeLabels = {
  [Name in ChallengeName]?: ComponentProps<Forms[FormName<Name>]>['labels']
}

/** Finds the form of a step in a module of forms: `SmsMfaForm` for SMS_MFA. */
export function formFor(
  from: Complete | typeof firstForms,
  name: ChallengeName,
): ChallengeForm<ChallengeName> | undefined {
  const pascalCase = name
    .toLowerCase()
    .replace(/(?:^|_)([a-z])/g, (_, first) => first.toUpperCase())
  return (from as Partial<Forms>)[`${pascalCase}Form` as keyof Forms] as
    | ChallengeForm<ChallengeName>
    | undefined
}

/** A compile error, if a challenge has no form or a form has the name of another challenge. */
type Complete = Forms extends { [Name in ChallengeName as FormName<Name>]: ChallengeForm<Name> }
  ? Forms
  : never
