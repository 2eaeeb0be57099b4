declare const opaque: unique symbol

/** An answer or a source whose type only its own protocol knows. */
export interface Opaque {
  readonly [opaque]: true
}

/** @param value Must have the type that its protocol expects. */
export function toOpaque(value: object): Opaque {
  return value as Opaque
}
