import { invalidParameter } from '../wire/service-exception.ts'

export interface Page<T> {
  items: T[]
  /** Where the next page starts; missing on the last. */
  next: string | undefined
}

/** A slice of a list; the token is where it starts. */
export function page<T>(all: T[], size: number, token: string | undefined): Page<T> {
  const start = token === undefined ? 0 : Number(token)
  if (!Number.isInteger(start) || start < 0) throw invalidParameter('Invalid pagination token')
  const end = start + size
  return { items: all.slice(start, end), next: end < all.length ? String(end) : undefined }
}
