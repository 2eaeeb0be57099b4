/** The region in a user pool id. Throws a `TypeError` for an invalid id. See `docs/cognito.md#wire`. */
export function regionOf(userPoolId: string): string {
  const [, region] = /^([\w-]+)_[0-9a-zA-Z]+$/.exec(userPoolId) ?? []
  if (region) return region
  throw new TypeError(
    `createAuth: "${userPoolId}" is no user pool id. It looks like eu-west-1_Ab12Cd34E.`,
  )
}

/** The address of the service for a user pool. Throws a `TypeError` for an invalid id. */
export function endpointOf(userPoolId: string): string {
  const region = regionOf(userPoolId)
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return `https://cognito-idp.${region}.${domain}/`
}
