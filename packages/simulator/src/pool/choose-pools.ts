import type { Pool } from './pool.ts'

/** The pool of this id, or all pools if there is no id. */
export function choosePools(pools: ReadonlyMap<string, Pool>, id: string | undefined): Pool[] {
  return [...pools.values()].filter((pool) => id === undefined || pool.id === id)
}
