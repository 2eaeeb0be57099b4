import { afterEach as runAxe } from '@storybook/addon-a11y/preview'
import type { Preview } from '@storybook/react-vite'

/** Checks the contrast in the other theme as well, without another run of the story. */
export const axeInTheDark: NonNullable<Preview['afterEach']> = async (context) => {
  if (!('VITEST_STORYBOOK' in import.meta.env)) return
  const root = document.documentElement
  const { theme } = root.dataset
  root.dataset['theme'] = theme === 'dark' ? 'light' : 'dark'
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish()
  }
  try {
    await runAxe({
      ...context,
      parameters: {
        ...context.parameters,
        a11y: { ...context.parameters['a11y'], options: { runOnly: ['color-contrast'] } },
      },
    })
  } finally {
    root.dataset['theme'] = theme
  }
}
