import { defineMain } from '@storybook/react-vite/node'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, mergeConfig } from 'vite'

export default defineMain({
  framework: '@storybook/react-vite',
  stories: ['./*.stories.tsx', '../packages/*/src/**/*.stories.tsx'],
  addons: [
    '@storybook/addon-docs',
    '@storybook/addon-a11y',
    '@storybook/addon-themes',
    '@storybook/addon-vitest',
  ],
  features: { sidebarOnboardingChecklist: false },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // `react-docgen-typescript` needs the JavaScript API of TypeScript, which the installed version lacks.
  typescript: { reactDocgen: 'react-docgen' },
  viteFinal: (config) =>
    mergeConfig(config, {
      plugins: [react()],
      resolve: { conditions: ['@sallyport/source', ...defaultClientConditions] },
    }),
})
