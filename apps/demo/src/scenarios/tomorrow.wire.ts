import type { Fetch } from './scenario.ts'

const tomorrow = { name: 'VOICE_PHRASE', answer: 'SPOKEN_PHRASE', phrase: 'mind the moon' }

/** Holds the tokens back until a challenge is answered that Cognito does not know today. */
export function askTomorrow(fetch: Fetch): Fetch {
  const held = new Map<string, string>()

  return async (input, init) => {
    const request = new Request(input, init)
    const asked = await request.clone().json()
    if (asked.ChallengeName === tomorrow.name) {
      const spoken = String(asked.ChallengeResponses[tomorrow.answer] ?? '')
      const tokens = held.get(asked.Session)
      if (!tokens) return refuse('NotAuthorizedException', 'Invalid session for the user.')
      if (spoken.trim().toLowerCase() !== tomorrow.phrase) {
        return refuse('CodeMismatchException', 'That is another voice.')
      }
      held.delete(asked.Session)
      return new Response(tokens)
    }

    const response = await fetch(request)
    const answer = await response.text()
    if (!JSON.parse(answer).AuthenticationResult) return new Response(answer, response)
    const session = `tomorrow-${crypto.randomUUID()}`
    held.set(session, answer)
    return Response.json({
      ChallengeName: tomorrow.name,
      Session: session,
      ChallengeParameters: { PHRASE: tomorrow.phrase },
    })
  }
}

function refuse(type: string, message: string): Response {
  return Response.json({ __type: type, message }, { status: 400 })
}
