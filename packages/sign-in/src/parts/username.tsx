'use client'

import type { ComponentPropsWithRef } from 'react'
import { useFormPart } from './form-context.ts'
import { mergeProps } from './merge-props.ts'
import { withRef } from './with-ref.ts'

/**
 * Tells password managers whose password the form asks for. Renders an `<input>`, which gets the
 * attributes and is hidden by CSS: password managers ignore `type="hidden"`.
 */
export const Username = withRef(function Username(props: ComponentPropsWithRef<'input'>) {
  const { username } = useFormPart('Username').challenge
  const ownProps = {
    'data-part': 'username',
    type: 'text',
    autoComplete: 'username',
    value: username,
    readOnly: true,
    tabIndex: -1,
    'aria-hidden': true,
  }
  return <input {...mergeProps(ownProps, props)} />
})
