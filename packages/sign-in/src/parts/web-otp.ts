/** Where the browser has WebOTP, hands over the code of the next text message. Returns a stop. */
export function receiveCode(received: (code: string) => void): () => void {
  const waiting = new AbortController()
  if ('OTPCredential' in globalThis) {
    const request = { otp: { transport: ['sms'] }, signal: waiting.signal }
    void navigator.credentials
      .get(request as CredentialRequestOptions)
      .then((credential) => {
        const { code } = (credential ?? {}) as { code?: string }
        if (code && !waiting.signal.aborted) received(code)
      })
      // Declined, timed out or stopped: the code can still be typed.
      .catch(() => {})
  }
  return () => waiting.abort()
}
