import { type AddressInfo, createServer } from 'node:net'
import { delimiter, resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import type { DemoOptions } from './apps/demo/e2e/journey.ts'
import { browser } from './scripts/browser.mjs'

const { executablePath, env, args } = await browser()
// A free port, chosen once: the workers read this file again and inherit the variable.
const port = Number((process.env['SALLYPORT_E2E_PORT'] ??= String(await freePort())))

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail).listen(0, 'localhost', () => {
      const found = (server.address() as AddressInfo).port
      server.close(() => done(found))
    })
  })
}

export default defineConfig<DemoOptions>({
  testDir: 'apps/demo/e2e',
  outputDir: 'node_modules/.cache/e2e',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`, // "localhost", not an address: passkeys need a host name
    // The demo then types at once, and nothing slides about under the pointer.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath, args, env: { ...process.env, ...env } },
    trace: 'off',
  },
  projects: [
    { name: 'aws-sdk', use: { transport: 'aws-sdk' } },
    // How the page itself looks and behaves is the same over either.
    { name: 'fetch', use: { transport: 'fetch' }, testIgnore: /(demo|screens)\.spec\.ts$/ },
  ],
  webServer: {
    command: `vite build apps/demo --logLevel warn && vite preview apps/demo --port ${port} --strictPort --host localhost`,
    url: `http://localhost:${port}`,
    env: { PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env['PATH']}` },
    reuseExistingServer: false,
    timeout: 60_000,
  },
})
