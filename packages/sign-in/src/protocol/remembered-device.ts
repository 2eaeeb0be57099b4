/** A browser that the service knows. Its secret stands in for a second factor: whoever has it is asked for none. */
export interface RememberedDevice {
  /** DeviceKey. */
  readonly key: string
  /** DeviceGroupKey. */
  readonly groupKey: string
  readonly secret: string
}

/** Whether this browser may stand in for a second factor. */
export type RememberDevice = 'never' | 'ask' | 'always'

/** The devices of this browser, by the username that was typed: the service may know the user by another name. */
export interface DeviceStore {
  find: (username: string) => RememberedDevice | undefined
  keep: (username: string, device: RememberedDevice) => void
  forget: (username: string) => void
}
