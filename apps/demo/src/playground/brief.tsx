import { useState } from 'react'
import { fillIn } from '../phone/type-in.ts'
import type { Scenario } from '../scenarios/scenario.ts'

export interface BriefProps {
  scenario: Scenario
  onAgain: () => void
}

/** The description of the scenario, with its username and password. */
export function Brief({ scenario, onAgain }: BriefProps) {
  const { title, story, user } = scenario
  const [status, setStatus] = useState('')

  async function fill() {
    const filled = await fillIn({ username: user.username, 'current-password': user.password })
    setStatus(filled ? '' : 'The start is not on screen: go back to sign-in first.')
  }

  return (
    <section className="brief" aria-labelledby="brief-title">
      <div className="brief-words">
        <h1 id="brief-title">{title}</h1>
        <p>{story}</p>
      </div>
      <dl className="brief-pass">
        <div>
          <dt>Username</dt>
          <dd>{user.username}</dd>
        </div>
        {user.password && (
          <div>
            <dt>Password</dt>
            <dd>{user.password}</dd>
          </div>
        )}
      </dl>
      <div className="brief-actions">
        <button className="button" data-kind="main" type="button" onClick={() => void fill()}>
          Fill in
        </button>
        <button className="button" type="button" onClick={onAgain}>
          Begin again
        </button>
      </div>
      <p className="brief-said" role="status">
        {status}
      </p>
    </section>
  )
}
