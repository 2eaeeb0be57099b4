import { Challenge } from '@sallyport/sign-in'

/** How often the pool's triggers will ask again, as they say. */
export function TriesLeft({ tries }: { tries: string | undefined }) {
  if (!tries) return null
  return (
    <Challenge.Note>
      {tries === '1' ? 'This is the last try.' : `${tries} tries left.`}
    </Challenge.Note>
  )
}
