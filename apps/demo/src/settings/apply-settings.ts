import { readSettings } from './settings.ts'

/** Theme and direction belong to the whole document. */
export function applySettings(): void {
  const { theme, dir } = readSettings(location.search)
  document.documentElement.dataset['theme'] = theme
  document.documentElement.dir = dir
}
