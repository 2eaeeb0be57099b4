'use client'

import type { ReactNode } from 'react'
import { ChooseMethod } from './choose-method.tsx'
import { ErrorMessage } from './error-message.tsx'
import { Hint } from './hint.tsx'
import { Resend } from './resend.tsx'
import { Restart } from './restart.tsx'
import { Submit } from './submit.tsx'
import { TimeLeft } from './time-left.tsx'
import { Title } from './title.tsx'

export interface LayoutProps {
  title: ReactNode
  hint?: ReactNode
  /** The fields. */
  children?: ReactNode
  /** The text of the button that sends the answer. Without it, the form has no such button. */
  submit?: ReactNode
  /** Other buttons and notes, which come after the button that sends the answer. */
  actions?: ReactNode
  /** Whether the user can go back to the start. Default: `true`. */
  restart?: boolean
}

/**
 * All parts of a form in their usual order, around its fields: the title, the hint, the error
 * message, the fields, the button, and whatever else the challenge has, such as a time limit or a
 * code to send again. Renders no element of its own.
 */
export function Layout({ title, hint, children, submit, actions, restart = true }: LayoutProps) {
  return (
    <>
      <Title>{title}</Title>
      {hint && <Hint>{hint}</Hint>}
      <ErrorMessage />
      {children}
      {submit && <Submit>{submit}</Submit>}
      <TimeLeft />
      <Resend />
      {actions}
      <ChooseMethod />
      {restart && <Restart />}
    </>
  )
}
