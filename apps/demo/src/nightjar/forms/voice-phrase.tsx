import { Challenge, type ChallengeForm, UnknownForm } from '@sallyport/sign-in'
import type { ComponentProps } from 'react'

const fields = { spoken: { type: 'text', autoComplete: 'off' } } as const

/** A form for a challenge that the kit does not know, made of the kit's parts. */
export function VoicePhrase({ challenge }: ComponentProps<ChallengeForm<'UNKNOWN'>>) {
  if (challenge.cognitoName !== 'VOICE_PHRASE') return <UnknownForm challenge={challenge} />
  return (
    <Challenge.Form
      challenge={challenge}
      fields={fields}
      toAnswer={({ spoken = '' }) => ({ SPOKEN_PHRASE: spoken })}
      errors={wrong}
    >
      <Challenge.Title>Say the phrase</Challenge.Title>
      <Challenge.Hint>
        In this demo, typing it counts as saying it:{' '}
        <Challenge.UntrustedText>{challenge.parameters['PHRASE'] ?? ''}</Challenge.UntrustedText>
      </Challenge.Hint>
      <Challenge.ErrorMessage />
      <Challenge.Field name="spoken" label="What you said" />
      <Challenge.Submit>That was me</Challenge.Submit>
      <Challenge.TimeLeft />
      <Challenge.Restart />
    </Challenge.Form>
  )
}

const wrong = { 'code-wrong': 'That did not sound like you. Try again.' }
