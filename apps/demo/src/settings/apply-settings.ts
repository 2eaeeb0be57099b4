import { readSettings } from './settings.ts'

/** Sets the theme and the direction on the document element. */
export function applySettings(): void {
  const { theme, dir } = readSettings(location.search)
  document.documentElement.dataset['theme'] = theme
  document.documentElement.dir = dir
}
