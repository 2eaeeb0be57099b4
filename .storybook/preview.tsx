import { withThemeByDataAttribute } from '@storybook/addon-themes'
import type { Preview } from '@storybook/react-vite'
import { StrictMode } from 'react'
import type { StrictInputType } from 'storybook/internal/types'
import { configure } from 'storybook/test'
import '../packages/sign-in/src/styles.css'
import { axeInTheDark } from './axe-in-the-dark.ts'
import './preview.css'
import { scenarios } from './scenarios.ts'
import { WithoutFocus } from './without-focus.tsx'

// A long timeout, because machines that run all stories are slow.
configure({ asyncUtilTimeout: 15_000 })

export default {
  parameters: {
    layout: 'centered',
    a11y: {
      test: 'error',
      // This rule is off by default in axe.
      config: { rules: [{ id: 'target-size', enabled: true }] },
    },
    docs: { codePanel: true },
    options: {
      storySort: {
        order: [
          'Welcome',
          'Sign-in',
          ['Journeys', 'Start', 'Sessions', 'Themes', 'Own UI'],
          'Challenges',
          [
            'SMS_MFA',
            'EMAIL_OTP',
            'SOFTWARE_TOKEN_MFA',
            'SELECT_MFA_TYPE',
            'MFA_SETUP',
            'NEW_PASSWORD_REQUIRED',
            'SELECT_CHALLENGE',
            'SMS_OTP',
            'PASSWORD_SRP',
            'PASSWORD',
            'ADMIN_NO_SRP_AUTH',
          ],
          'Parts',
        ],
      },
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
  argTypesEnhancers: [({ argTypes }) => mapValues(argTypes, withSummary)],
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

const summaries: Record<string, string> = {
  challenge: 'ChallengeState<Challenge, Answer>',
  labels: 'PartialLabels',
  forms: 'ChallengeForms',
}

/** Shows the name of the type for props whose source says too little. */
function withSummary(argType: StrictInputType, name: string): StrictInputType {
  const summary = summaries[name]
  if (!summary) return argType
  return { ...argType, control: false, table: { ...argType.table, type: { summary } } }
}

function mapValues<T>(
  record: Record<string, T>,
  map: (value: T, key: string) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]))
}
