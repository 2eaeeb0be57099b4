import type { UserPool } from '@sallyport/simulator'

declare global {
  interface Window {
    demo?: { pool: UserPool }
  }
}
