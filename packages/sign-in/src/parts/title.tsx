'use client'

import { type ComponentPropsWithRef, useContext } from 'react'
import { type HeadingLevel, HeadingLevelContext } from './heading-level-context.ts'
import { mergeProps } from './merge-props.ts'
import { usePartId } from './use-part-id.ts'
import { withRef } from './with-ref.ts'

export interface TitleProps extends ComponentPropsWithRef<'h2'> {
  /** Of the heading, from 1 to 6. Default: the `headingLevel` of `<SignIn>`, which is 2. */
  level?: HeadingLevel
}

/** Names the form. Renders an `<h2>`, or the heading of `level`, which gets the attributes. */
export const Title = withRef(function Title({ level, ...props }: TitleProps) {
  const usual = useContext(HeadingLevelContext)
  const Heading = `h${level ?? usual}` as 'h2'
  // It takes the focus where the form has nothing to fill in.
  const ownProps = { 'data-part': 'title', id: usePartId('Title', props.id), tabIndex: -1 }
  return <Heading {...mergeProps(ownProps, props)} />
})
