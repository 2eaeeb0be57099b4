/**
 * Passes on the code of the next text message, in browsers that have WebOTP. Returns a function that
 * stops waiting for it.
 */
export function receiveCode(onCode: (code: string) => void): () => void {
  const controller = new AbortController()
  if ('OTPCredential' in globalThis) {
    const request = { otp: { transport: ['sms'] }, signal: controller.signal }
    void requestCode(request as CredentialRequestOptions).then((code) => {
      return code && !controller.signal.aborted && onCode(code)
    })
  }
  return () => controller.abort()
}

async function requestCode(request: CredentialRequestOptions): Promise<string | undefined> {
  try {
    return ((await navigator.credentials.get(request)) as { code?: string } | null)?.code
  } catch {
    // The user declined, or it took too long: the user types the code.
    return undefined
  }
}
