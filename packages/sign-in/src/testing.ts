export { active, type ActiveOptions } from './testing/active.ts'
export { recordings } from './testing/recordings.ts'
