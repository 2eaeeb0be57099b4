import { forwardRef, type ReactNode } from 'react'

/** React 18.3 hands `ref` to no function component. With this, a part finds it among its props there, too. */
export function withRef<Part extends (props: never) => ReactNode>(part: Part): Part {
  const forwarded = forwardRef((props: object, ref) => part({ ...props, ref } as never))
  forwarded.displayName = part.name
  return forwarded as unknown as Part
}
