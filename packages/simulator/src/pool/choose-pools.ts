import type { Pool } from './pool.ts'

/** The one that is meant, or all where none is said. */
export function choosePools(pools: ReadonlyMap<string, Pool>, id: string | undefined): Pool[] {
  return [...pools.values()].filter((pool) => id === undefined || pool.id === id)
}
