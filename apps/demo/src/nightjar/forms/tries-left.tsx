import { Challenge } from '@sallyport/sign-in'

/** The number of answers that are left, from the parameters of the triggers. */
export function TriesLeft({ tries }: { tries: string | undefined }) {
  if (!tries) return null
  return (
    <Challenge.Note>
      {tries === '1' ? 'This is the last try.' : `${tries} tries left.`}
    </Challenge.Note>
  )
}
