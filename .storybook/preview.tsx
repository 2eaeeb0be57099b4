import { withThemeByDataAttribute } from '@storybook/addon-themes'
import type { Preview } from '@storybook/react-vite'
import { StrictMode } from 'react'
import '../packages/sign-in/src/styles.css'
import { axeInTheDark } from './axe-in-the-dark.ts'
import './preview.css'
import { scenarios } from './scenarios.ts'
import { WithoutFocus } from './without-focus.tsx'

export default {
  parameters: {
    layout: 'centered',
    a11y: {
      test: 'error',
      // Off by default in axe: nobody should have to aim.
      config: { rules: [{ id: 'target-size', enabled: true }] },
    },
    docs: { codePanel: true },
    options: {
      storySort: { order: ['Welcome', 'Sign-in', ['Journeys', 'Start'], 'Challenges', 'Parts'] },
    },
  },
  globalTypes: {
    direction: {
      description: 'The direction of the script',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
    scenario: {
      description: 'The user pool behind the live sign-in',
      toolbar: {
        icon: 'lock',
        dynamicTitle: true,
        items: Object.entries(scenarios).map(([value, { title }]) => ({ value, title })),
      },
    },
  },
  initialGlobals: { direction: 'ltr', scenario: 'sms' },
  decorators: [
    (Story, { globals: { direction }, viewMode }) => {
      document.documentElement.dir = direction
      const story = <Story />
      return (
        <StrictMode>
          {viewMode === 'docs' ? <WithoutFocus>{story}</WithoutFocus> : story}
        </StrictMode>
      )
    },
    withThemeByDataAttribute({
      themes: { light: 'light', dark: 'dark' },
      defaultTheme: 'light',
      attributeName: 'data-theme',
    }),
  ],
  afterEach: axeInTheDark,
} satisfies Preview
