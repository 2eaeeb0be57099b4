/** `+15555550134` becomes `+*******0134`. */
export function maskPhone(number: string): string {
  return `+*******${number.slice(-4)}`
}

/** `jane@example.com` becomes `j***@e***`. */
export function maskEmail(address: string): string {
  const [local = '', domain = ''] = address.split('@')
  return `${local.charAt(0)}***@${domain.charAt(0)}***`
}
