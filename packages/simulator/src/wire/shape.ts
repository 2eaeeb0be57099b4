// Longer than most files: every operation uses most of these shapes.
import { ServiceException } from './service-exception.ts'

/** Reads one member of a request. Broken constraints are collected, as in the service. */
export interface Shape<T> {
  read(value: unknown, at: MemberPosition): T
}

interface MemberPosition {
  path: string
  problems: string[]
}

export type ValueOf<S> = S extends Shape<infer T> ? T : never

export interface TextRules {
  min?: number
  max?: number
  /** In the form in which the service prints it in its error. */
  pattern?: string
  values?: readonly string[]
}

export function text({ min, max, pattern, values }: TextRules = {}): Shape<string | undefined> {
  const wholePattern = pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`, 'u')
  return {
    read(value, at) {
      if (isAbsent(value)) return undefined
      if (typeof value !== 'string') throw unconvertible(value, 'String')
      if (min !== undefined && value.length < min) {
        addProblem(at, `Member must have length greater than or equal to ${min}`)
      }
      if (max !== undefined && value.length > max) {
        addProblem(at, `Member must have length less than or equal to ${max}`)
      } else if (wholePattern && !wholePattern.test(value)) {
        addProblem(at, `Member must satisfy regular expression pattern: ${pattern}`)
      }
      if (values && !values.includes(value)) {
        addProblem(at, `Member must satisfy enum value set: [${values.join(', ')}]`)
      }
      return value
    },
  }
}

export function number({ min, max }: { min?: number; max?: number } = {}): Shape<
  number | undefined
> {
  return {
    read(value, at) {
      if (isAbsent(value)) return undefined
      if (typeof value !== 'number' || !Number.isInteger(value)) {
        throw unconvertible(value, 'Integer')
      }
      if (min !== undefined && value < min) {
        addProblem(at, `Member must have value greater than or equal to ${min}`)
      }
      if (max !== undefined && value > max) {
        addProblem(at, `Member must have value less than or equal to ${max}`)
      }
      return value
    },
  }
}

export function flag(): Shape<boolean | undefined> {
  return {
    read(value) {
      if (isAbsent(value)) return undefined
      if (typeof value !== 'boolean') throw unconvertible(value, 'Boolean')
      return value
    },
  }
}

export function list<T>(
  item: Shape<T>,
  { min, max }: { min?: number; max?: number } = {},
): Shape<NonNullable<T>[] | undefined> {
  return {
    read(value, at) {
      if (isAbsent(value)) return undefined
      if (!Array.isArray(value)) throw unconvertible(value, 'List')
      if (min !== undefined && value.length < min) {
        addProblem(at, `Member must have length greater than or equal to ${min}`)
      }
      if (max !== undefined && value.length > max) {
        addProblem(at, `Member must have length less than or equal to ${max}`)
      }
      return value.map((each: unknown, index) => {
        return required(item).read(each, { ...at, path: `${at.path}.${index + 1}.member` })
      })
    },
  }
}

/** A map of strings, such as AuthParameters. */
export function map(): Shape<Record<string, string> | undefined> {
  return {
    read(value, at) {
      if (isAbsent(value)) return undefined
      // Some clients send null for an absent member.
      const present = Object.entries(toObject(value)).filter(([, each]) => !isAbsent(each))
      const entries = present.map(([key, each]): [string, string] => {
        const path = `${at.path}.${key.slice(0, 32)}.member`
        return [key, required(text({ max: 131_072 })).read(each, { ...at, path })]
      })
      return Object.fromEntries(entries)
    },
  }
}

export function struct<const Members extends Record<string, Shape<unknown>>>(
  members: Members,
): Shape<{ [Name in keyof Members]: ValueOf<Members[Name]> } | undefined> {
  return {
    read(value, at) {
      if (isAbsent(value)) return undefined
      const structure = toObject(value)
      const entries = Object.entries(members).map(([name, shape]) => {
        const memberValue = Object.hasOwn(structure, name) ? structure[name] : undefined
        const member = name.charAt(0).toLowerCase() + name.slice(1)
        return [
          name,
          shape.read(memberValue, { ...at, path: at.path ? `${at.path}.${member}` : member }),
        ]
      })
      return Object.fromEntries(entries) as { [Name in keyof Members]: ValueOf<Members[Name]> }
    },
  }
}

/** An object whose members are not checked. */
export function object(): Shape<Record<string, unknown> | undefined> {
  return { read: (value) => (isAbsent(value) ? undefined : toObject(value)) }
}

export function required<T>(shape: Shape<T>): Shape<NonNullable<T>> {
  return {
    read(value, at) {
      if (isAbsent(value)) addProblem(at, 'Member must not be null')
      return shape.read(value, at) as NonNullable<T>
    },
  }
}

/** Reads the whole request. Throws the service's error with all broken constraints. */
export function readAll<T>(shape: Shape<T>, value: unknown): NonNullable<T> {
  const problems: string[] = []
  const request = required(shape).read(value, { path: '', problems })
  if (problems.length === 0) return request

  const count = `${problems.length} validation error${problems.length > 1 ? 's' : ''} detected`
  throw new ServiceException('InvalidParameterException', `${count}: ${problems.join('; ')}`)
}

function addProblem({ path, problems }: MemberPosition, constraint: string): void {
  // The message does not repeat the value, which may be a secret.
  if (problems.length < 20) {
    problems.push(`Value at '${path}' failed to satisfy constraint: ${constraint}`)
  }
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

function toObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || Array.isArray(value)) throw unconvertible(value, 'Map')
  return value as Record<string, unknown>
}

function unconvertible(value: unknown, expectedType: string): ServiceException {
  const foundType = Array.isArray(value) ? 'LIST' : typeof value === 'object' ? 'MAP' : typeof value
  const message = `${foundType.toUpperCase()}_VALUE can not be converted to a ${expectedType}`
  return new ServiceException('SerializationException', message)
}
