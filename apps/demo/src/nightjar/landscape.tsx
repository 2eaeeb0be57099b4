const stars = [
  [30, 300, 1],
  [86, 262, 1.3],
  [122, 330, 1],
  [176, 284, 1.6],
  [214, 356, 0.9],
  [250, 268, 1.1],
  [296, 330, 1],
  [330, 236, 1.3],
  [404, 226, 1],
  [452, 288, 1.4],
  [462, 150, 1],
  [440, 60, 1.2],
  [404, 110, 0.9],
  [56, 372, 1],
  [432, 372, 1],
] as const

const windows = [0, 1, 2, 3, 4, 5, 6]
const arches = [0, 1, 2, 3, 4, 5, 6, 7]

/** The picture: hills at night and a train on a viaduct. */
export function Landscape() {
  return (
    <svg
      className="landscape"
      viewBox="0 0 480 640"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
          <stop className="sky-high" offset="0" />
          <stop className="sky-middle" offset="0.55" />
          <stop className="sky-low" offset="0.86" />
        </linearGradient>
        <mask id="crescent">
          <rect width="480" height="640" fill="#fff" />
          <circle cx="388" cy="292" r="34" fill="#000" />
        </mask>
      </defs>
      <rect width="480" height="640" fill="url(#sky)" />
      {stars.map(([x, y, size]) => (
        <circle key={`${x} ${y}`} className="star" cx={x} cy={y} r={size} />
      ))}
      <circle className="moon" cx="370" cy="306" r="38" mask="url(#crescent)" />
      <path className="hill-far" d="M0 452 70 398l62 38 84-72 78 66 74-50 112 78v188H0Z" />
      <path className="hill-middle" d="M0 510c80-50 150-20 220-32s140-54 260-8v170H0Z" />
      <Train />
      {arches.map((arch) => (
        <path
          key={arch}
          className="viaduct"
          transform={`translate(${arch * 64 - 16} 0)`}
          d="M0 526h64v16h-6v98h-10v-70a19 19 0 0 0-32 0v70H6v-98H0Z"
        />
      ))}
      <path className="hill-near" d="M0 604c90-34 170-26 250-8s160 4 230-26v70H0Z" />
    </svg>
  )
}

function Train() {
  return (
    <g className="train">
      {[0, 1, 2].map((coach) => (
        <g key={coach} transform={`translate(${coach * 118} 0)`}>
          <rect className="coach" x="0" y="494" width="112" height="28" rx="6" />
          {windows.map((pane) => (
            <rect
              key={pane}
              className="pane"
              data-dark={(pane + coach * 2) % 4 === 1}
              x={8 + pane * 14.5}
              y="501"
              width="9"
              height="9"
              rx="1.5"
            />
          ))}
        </g>
      ))}
      <path className="coach" d="M354 494h44c16 0 26 14 28 28h-72Z" />
      <path className="pane" d="M398 500c8 0 13 5 16 11h-18Z" />
      <path className="beam" d="m426 514 90-14v34l-90-12Z" />
    </g>
  )
}
