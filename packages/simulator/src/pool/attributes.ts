import { invalidParameter, ServiceException } from '../wire/service-exception.ts'
import type { Attribute, Client, Pool, User } from './pool.ts'

/** Throws if the pool's schema does not allow a value. */
export function checkAttributes(pool: Pool, changes: Record<string, string>): void {
  for (const [name, value] of Object.entries(changes)) {
    const attribute = findAttribute(pool, name)
    if (!attribute) throw nonconforming(name, 'Attribute does not exist in the schema.')
    if (value !== '') checkValue(attribute, value)
    else if (attribute.required) throw nonconforming(name, 'The attribute is required')
  }
}

function findAttribute(pool: Pool, name: string): Attribute | undefined {
  return pool.schema.find((attribute) => attribute.name === name)
}

/** Throws if a change touches an immutable attribute that already has a value. */
export function checkMutable(pool: Pool, user: User, changes: Record<string, string>): void {
  for (const name of Object.keys(changes)) {
    if (findAttribute(pool, name)?.mutable === false && Object.hasOwn(user.attributes, name)) {
      throw invalidParameter(`user.${name}: Attribute cannot be updated.`)
    }
  }
}

/** Throws if the app client may not write one of the attributes. */
export function checkWritable(client: Client, changes: Record<string, string>): void {
  const forbidden = Object.keys(changes).some((name) => {
    return readOnly.has(name) || client.writeAttributes?.includes(name) === false
  })
  if (!forbidden) return
  const message = 'A client attempted to write unauthorized attribute'
  throw new ServiceException('NotAuthorizedException', message, { keepsSession: true })
}

export function isReadable(client: Client, name: string): boolean {
  return (
    name === 'sub' || client.readAttributes === undefined || client.readAttributes.includes(name)
  )
}

/** An empty value removes the attribute. A new address is unverified unless `changes` verifies it. */
export function writeAttributes(user: User, changes: Record<string, string>, now: number): void {
  for (const [name, value] of Object.entries(changes)) {
    const verified = `${name}_verified`
    if (user.attributes[name] !== value && !Object.hasOwn(changes, verified)) {
      delete user.attributes[verified]
    }
    if (value === '') delete user.attributes[name]
    else user.attributes[name] = value
  }
  user.modifiedAt = now
}

const readOnly = new Set(['sub', 'email_verified', 'phone_number_verified', 'identities'])

function checkValue(attribute: Attribute, value: string): void {
  const { name, type, min, max } = attribute
  if (name === 'phone_number' && !/^\+\d{1,15}$/.test(value)) {
    throw invalidParameter('Invalid phone number format.')
  }
  if (name === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
    throw invalidParameter('Invalid email address format.')
  }
  if (name === 'birthdate' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    throw invalidParameter('Invalid birthdate format, please use YYYY-MM-DD.')
  }
  if (type === 'Number' && !/^-?\d+$/.test(value)) {
    throw nonconforming(name, 'Attribute value is not a number.')
  }
  if (type === 'Boolean' && !/^(true|false)$/i.test(value)) {
    throw nonconforming(name, 'Attribute value is not a boolean.')
  }
  if (type === 'DateTime' && Number.isNaN(Date.parse(value))) {
    throw nonconforming(name, 'Attribute value is not a date.')
  }
  const size = type === 'Number' ? Number(value) : value.length
  if (min !== undefined && size < min) throw nonconforming(name, `Attribute is under ${min}.`)
  if (max !== undefined && size > max) throw nonconforming(name, `Attribute is over ${max}.`)
}

function nonconforming(name: string, reason: string): ServiceException {
  return invalidParameter(`Attributes did not conform to the schema: ${name}: ${reason}`)
}
