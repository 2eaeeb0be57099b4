import { invalidParameter } from '../wire/service-exception.ts'

export interface Page<T> {
  items: T[]
  /** The token of the next page. Undefined on the last page. */
  next: string | undefined
}

/** One page of a list. The token is the index at which the page starts. */
export function page<T>(all: T[], size: number, token: string | undefined): Page<T> {
  const start = token === undefined ? 0 : Number(token)
  if (!Number.isInteger(start) || start < 0) throw invalidParameter('Invalid pagination token')
  const end = start + size
  return { items: all.slice(start, end), next: end < all.length ? String(end) : undefined }
}
