import { expect, test } from 'vitest'
import { bundle } from '../../../scripts/bundle.mjs'

const kB = 1000
const sum = (chunks: { gzip: number }[]) => chunks.reduce((total, { gzip }) => total + gzip, 0)
const isSdk = ({ modules }: { modules: string[] }) =>
  modules.some((id) => /@(aws-sdk|smithy)/.test(id))

test('the first screen costs 25 kB at most, and everything together 62 kB without the AWS SDK', async () => {
  const { first, later } = await bundle(`
    import '@sallyport/sign-in/styles.css'
    export { AuthProvider, SignIn, createAuth } from '@sallyport/sign-in'`)
  const late = later.filter((chunk) => !isSdk(chunk))
  console.info(`first screen ${sum(first)} B, everything ${sum(first) + sum(late)} B, gzip`)
  expect(first.filter(isSdk)).toEqual([])
  expect(sum(first)).toBeLessThanOrEqual(25 * kB)
  expect(sum(first) + sum(late)).toBeLessThanOrEqual(62 * kB)
})

test('SRP is a chunk of 2 kB at most and not on the first screen', async () => {
  const { first, later } = await bundle(`export { createAuth } from '@sallyport/sign-in/core'`)
  const isSrp = ({ modules }: { modules: string[] }) => modules.some((id) => /\/srp/.test(id))
  expect(first.filter(isSrp)).toEqual([])
  const chunks = later.filter(isSrp)
  console.info(`SRP ${sum(chunks)} B, gzip`)
  expect(chunks.flatMap(({ modules }) => modules).filter((id) => !/\/srp/.test(id))).toEqual([])
  expect(sum(chunks)).toBeLessThanOrEqual(2 * kB)
})

test('a default build keeps the styles unchanged', async () => {
  const { first } = await bundle(`import '@sallyport/sign-in/styles.css'`)
  const styles = first.find(({ name }) => name.endsWith('.css'))
  expect(styles?.code).toContain('@layer sallyport')
  // The rewrite for old browsers works only in an app that sets color-scheme.
  expect(styles?.code).not.toMatch(/lightningcss|light-dark/)
})

test('the core has no React and no labels', async () => {
  const { first, later } = await bundle(`export { createAuth } from '@sallyport/sign-in/core'`)
  const modules = [...first, ...later].flatMap((chunk) => chunk.modules)
  expect(modules.length).toBeGreaterThan(10)
  expect(modules.filter((id) => /react|\.form\.|\.labels\.|\/parts\//.test(id))).toEqual([])
  expect([...first, ...later].filter(({ code }) => /from ?["']react/.test(code))).toEqual([])
})

test('one form does not bring another', async () => {
  const { first, later } = await bundle(`export { SmsMfaForm } from '@sallyport/sign-in'`)
  const folders = [...first, ...later]
    .flatMap((chunk) => chunk.modules)
    .flatMap((id) => /src\/(challenges\/[a-z-]+|loop|react)\//.exec(id)?.[1] ?? [])
  expect([...new Set(folders)]).toEqual(['challenges/sms-mfa'])
})

test('the fetch transport has 3 kB at most and no SDK', async () => {
  const { first, later } = await bundle(
    `export { fetchTransport } from '@sallyport/sign-in/transports/fetch'`,
  )
  expect(later).toEqual([])
  expect(first.filter(isSdk)).toEqual([])
  // It includes all error codes with their messages.
  expect(sum(first)).toBeLessThanOrEqual(3 * kB)
})
