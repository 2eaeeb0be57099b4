// What is downloaded, gzip: React left out, for it is there anyway.
import { bundle } from '../bundle.mjs'

const sum = (chunks) => chunks.reduce((total, { gzip }) => total + gzip, 0)

export async function benchBytes() {
  const screen = await bundle(`
    import '@sallyport/sign-in/styles.css'
    export { AuthProvider, SignIn, createAuth } from '@sallyport/sign-in'`)
  const srp = screen.later.filter(({ modules }) => modules.some((id) => /\/srp/.test(id)))
  const row = (of, bytes, note) => ({ of, bytes, note })
  return {
    rows: [
      row('first screen', sum(screen.first), 'form library and styles inside'),
      row('SRP, while the user types', sum(srp), ''),
    ],
    goals: [
      {
        goal: 'first screen, at most 25 kB',
        met: sum(screen.first) <= 25_000,
        seen: `${sum(screen.first)} B`,
      },
      { goal: 'SRP, at most 2 kB', met: sum(srp) <= 2000, seen: `${sum(srp)} B` },
    ],
  }
}
