import type { Fetch } from './scenario.ts'

const unknownChallenge = { name: 'VOICE_PHRASE', answer: 'SPOKEN_PHRASE', phrase: 'mind the moon' }

/** Asks a made-up challenge before it hands out the tokens of the pool. */
export function askUnknownChallenge(fetch: Fetch): Fetch {
  const tokensBySession = new Map<string, string>()

  return async (input, init) => {
    const request = new Request(input, init)
    const asked = await request.clone().json()
    if (asked.ChallengeName === unknownChallenge.name) {
      const spoken = String(asked.ChallengeResponses[unknownChallenge.answer] ?? '')
      const tokens = tokensBySession.get(asked.Session)
      if (!tokens) return refuse('NotAuthorizedException', 'Invalid session for the user.')
      if (spoken.trim().toLowerCase() !== unknownChallenge.phrase) {
        return refuse('CodeMismatchException', 'That is another voice.')
      }
      tokensBySession.delete(asked.Session)
      return new Response(tokens)
    }

    const response = await fetch(request)
    const answer = await response.text()
    if (!JSON.parse(answer).AuthenticationResult) return new Response(answer, response)
    const session = `unknown-${crypto.randomUUID()}`
    tokensBySession.set(session, answer)
    return Response.json({
      ChallengeName: unknownChallenge.name,
      Session: session,
      ChallengeParameters: { PHRASE: unknownChallenge.phrase },
    })
  }
}

function refuse(type: string, message: string): Response {
  return Response.json({ __type: type, message }, { status: 400 })
}
