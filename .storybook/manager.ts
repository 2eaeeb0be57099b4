import { addons } from 'storybook/manager-api'
import { create, getPreferredColorScheme } from 'storybook/theming'

const dark = getPreferredColorScheme() === 'dark'

addons.setConfig({
  theme: create({
    base: dark ? 'dark' : 'light',
    brandTitle: 'Sallyport',
    brandUrl: './',
    brandTarget: '_self',
    colorSecondary: dark ? '#8d9aff' : '#3d4bd8',
    appBorderRadius: 8,
  }),
  layoutCustomisations: {
    showPanel: ({ storyId }, byDefault) => (storyId?.startsWith('welcome') ? false : byDefault),
  },
})
