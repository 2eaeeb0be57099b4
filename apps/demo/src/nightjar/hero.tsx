import { Landscape } from './landscape.tsx'

/** The picture and the slogan beside the form. */
export function Hero() {
  return (
    <section className="hero" aria-labelledby="hero-title">
      <div className="hero-scene">
        <Landscape />
        <div className="hero-words">
          <h2 id="hero-title">The night shift starts here.</h2>
          <p>
            Duties, berths and the kettle’s whereabouts, for everyone who works while others sleep.
          </p>
        </div>
      </div>
    </section>
  )
}
