export interface Chunk {
  name: string
  code: string
  /** Paths of the modules in it, from the root of the repository. */
  modules: string[]
  /** Bytes. */
  gzip: number
}

/** Bundles an application's module, React left out: what loads at once, and what on demand. */
export function bundle(source: string): Promise<{ first: Chunk[]; later: Chunk[] }>
