/**
 * A device that the service remembers. Its secret can replace the second factor, so keep it as safe as one.
 * See `docs/cognito.md#remembered-devices`.
 */
export interface RememberedDevice {
  /** `DeviceKey` of the service. */
  readonly key: string
  /** `DeviceGroupKey` of the service. */
  readonly groupKey: string
  readonly secret: string
}

/**
 * Whether a remembered device may replace the second factor. `ask`: the user decides. See
 * `docs/cognito.md#remembered-devices`.
 */
export type RememberDevice = 'never' | 'ask' | 'always'

/**
 * The devices of this browser, by the username that was typed. See
 * `docs/decisions.md#devices-are-stored-under-the-name-that-was-typed`.
 */
export interface DeviceStore {
  find: (username: string) => RememberedDevice | undefined
  keep: (username: string, device: RememberedDevice) => void
  forget: (username: string) => void
}
