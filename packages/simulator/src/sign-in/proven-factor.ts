/** What the user has proven in a sign-in, as far as later steps depend on it. */
export type ProvenFactor = 'password' | 'device'
