declare const opaque: unique symbol

/** An answer or a source whose protocol is not known at this point: only that protocol can look into it. */
export interface Opaque {
  readonly [opaque]: true
}

/** @param value One that fits the protocol that will look into it. */
export function toOpaque(value: object): Opaque {
  return value as Opaque
}
