import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { bundle } from '../../../../scripts/bundle.mjs'

test('the passkey library is loaded on demand, after reflect-metadata', async () => {
  const source = fileURLToPath(new URL('../index.ts', import.meta.url))
  const { first, later } = await bundle(`export { createUserPool } from '${source}'`)
  const has = (name: string) => {
    return ({ modules }: { modules: string[] }) => modules.some((id) => id.includes(name))
  }
  expect(first.filter(has('@simplewebauthn'))).toEqual([])
  expect(later.filter(has('@simplewebauthn'))).not.toEqual([])
  // In one chunk with the others it would run after them, and they throw without it.
  const [reflect] = later.filter(has('/reflect-metadata/'))
  expect(reflect?.modules.filter((id) => !id.includes('/reflect-metadata/'))).toEqual([])
})
