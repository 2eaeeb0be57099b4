/** A browser that the service knows. The secret is as good as a second factor: whoever has it is asked for none. */
export interface RememberedDevice {
  /** DeviceKey. */
  readonly key: string
  /** DeviceGroupKey. */
  readonly groupKey: string
  readonly secret: string
}
