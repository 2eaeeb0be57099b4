/** Where the browser has WebOTP, hands over the code of the next text message. Returns a stop. */
export function receiveCode(received: (code: string) => void): () => void {
  const waiting = new AbortController()
  if ('OTPCredential' in globalThis) {
    const request = { otp: { transport: ['sms'] }, signal: waiting.signal }
    void texted(request as CredentialRequestOptions).then((code) => {
      return code && !waiting.signal.aborted && received(code)
    })
  }
  return () => waiting.abort()
}

async function texted(request: CredentialRequestOptions): Promise<string | undefined> {
  try {
    return ((await navigator.credentials.get(request)) as { code?: string } | null)?.code
  } catch {
    // Declined, timed out or stopped: the code can still be typed.
    return undefined
  }
}
