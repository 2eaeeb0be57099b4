/** The labels of the parts that the first screen does not have: they come with the other forms. */
export interface LaterPartsLabels {
  resend: string
  resendIn: (seconds: number) => string
  resendReady: string
  resent: string
  timeLimit: (minutes: number) => string
  timeLeft: string
  timedOut: string
  startAgain: string
  restart: string
  chooseMethod: string
  copy: string
  copied: string
  copyByHand: string
}

export const laterPartsLabels: LaterPartsLabels = {
  resend: 'Send a new code',
  resendIn: (seconds) => `in ${seconds} s`,
  resendReady: 'You can ask for another code now.',
  resent: 'We sent another code. Use the newest one.',
  timeLimit: (minutes) => `You have ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  timeLeft: 'Less than a minute left.',
  timedOut: 'This step timed out. What you typed is still here, but you have to start again.',
  startAgain: 'Start again',
  restart: 'Back to sign-in',
  chooseMethod: 'Other ways to sign in',
  copy: 'Copy',
  copied: 'Copied',
  copyByHand: 'Selected: now copy it',
}
