export type {
  ChallengeForm,
  ChallengeForms,
  ChallengeLabels,
} from './challenges/challenge-forms.ts'
export * from './challenges/forms.ts'
export * from './core.ts'
export * as Challenge from './parts/index.ts'
export { AuthProvider, type AuthProviderProps } from './react/auth-provider.tsx'
export { ChallengeScreen, type ChallengeScreenProps } from './react/challenge-screen.tsx'
export { SignIn, type SignInLabels, type SignInProps } from './react/sign-in.tsx'
export { SignedIn, type SignedInProps } from './react/signed-in.tsx'
export { SignedOut, type SignedOutProps } from './react/signed-out.tsx'
export { useAccessToken } from './react/use-access-token.ts'
export { type UseAuthChallengeReturn, useAuthChallenge } from './react/use-auth-challenge.ts'
export { type UseSessionReturn, useSession } from './react/use-session.ts'
