/** The logo: a bird in the shape of a moon. */
export function Logo() {
  return (
    <svg className="nightjar-logo" viewBox="0 0 40 40" aria-hidden="true">
      <circle className="logo-sky" cx="20" cy="20" r="19" />
      <path className="logo-moon" d="M27 8a14 14 0 1 0 5 19A12 12 0 0 1 27 8Z" />
      <path
        className="logo-bird"
        d="M12 22c4-1 6-5 11-4 3 .6 4 2 8 1-2 4-6 7-11 6.5-3-.3-5-1.5-8-3.5Z"
      />
    </svg>
  )
}
