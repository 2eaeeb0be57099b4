import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defaultClientConditions } from 'vite'
import { type TestProjectConfiguration, defineConfig } from 'vitest/config'
import { browser } from './scripts/browser.mjs'

const { executablePath, env, args } = await browser()

// A new one for each project: Vitest writes the project's name into it.
const chromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: { executablePath, args, env: { ...process.env, ...env } },
  }),
  instances: [{ browser: 'chromium' as const }],
})

/** The components' tests, in Chromium, on one major version of React. */
function inReact(major: '18' | '19', alias: Record<string, string> = {}): TestProjectConfiguration {
  return {
    // Each its own: what is prepared for one React does not work with the other.
    cacheDir: `node_modules/.vite/react-${major}`,
    plugins: [react()],
    resolve: { conditions: ['@sallyport/source', ...defaultClientConditions], alias },
    optimizeDeps: {
      include: [
        'react',
        'react/jsx-dev-runtime',
        'react-dom',
        'react-dom/client',
        'react-dom/server',
        '@sallyport/sign-in > react-hook-form',
        '@sallyport/sign-in > lean-qr',
        '@sallyport/sign-in > axe-core',
        '@sallyport/sign-in > @tanstack/react-query',
        '@sallyport/sign-in > @aws-sdk/client-cognito-identity-provider',
        '@sallyport/simulator > jose',
        '@sallyport/simulator > otpauth',
        '@sallyport/simulator > @simplewebauthn/server',
        'vitest-browser-react',
      ],
    },
    test: {
      name: `react-${major}`,
      include: ['packages/*/src/**/*.test.tsx'],
      env: { REACT_MAJOR: major, TAB_ROUNDS: process.env['SALLYPORT_TAB_ROUNDS'] ?? '5' },
      browser: chromium(),
    },
  }
}

// The suffix picks the runner: .test.ts in Node, .test.tsx and .stories.tsx in Chromium.
export default defineConfig({
  test: {
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        // Without "module": packages from outside load as Node itself would load them.
        ssr: { resolve: { conditions: ['@sallyport/source', 'node'] } },
        test: { name: 'unit', environment: 'node', include: ['packages/*/src/**/*.test.ts'] },
      },
      inReact('19'),
      inReact('18', { react: 'react-18', 'react-dom': 'react-dom-18' }),
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: { name: 'storybook', browser: chromium() },
      },
    ],
  },
})
