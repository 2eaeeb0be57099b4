import type { TokenStorage } from '@sallyport/sign-in'

/** A storage in the memory of the page: it lives as long as the simulated pool. Several `Auth` can share it. */
export function createPageStorage(): TokenStorage {
  const items = new Map<string, string>()
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}
