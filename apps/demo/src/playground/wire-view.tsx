import { useSyncExternalStore } from 'react'
import type { WireEntry, WireLog } from './wire-log.ts'

const maxEntries = 8

/** The latest requests, newest last. */
export function WireView({ wire }: { wire: WireLog }) {
  const entries = useSyncExternalStore(wire.subscribe, wire.getEntries)
  return (
    <section className="panel wire" aria-labelledby="wire-title">
      <h2 id="wire-title">
        On the wire <span className="count">{entries.length}</span>
      </h2>
      {entries.length === 0 ? (
        <p className="quiet">Nothing yet. The first request goes out when you sign in.</p>
      ) : (
        <ol className="wire-list">
          {entries.slice(-maxEntries).map((entry) => (
            <Exchange key={entry.id} {...entry} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Exchange({ operation, answering, outcome, kind, milliseconds }: WireEntry) {
  return (
    <li className="wire-entry" data-kind={kind}>
      <span className="wire-asked">
        {operation}
        {answering && <span className="wire-answering"> {answering}</span>}
      </span>
      <span className="wire-outcome">
        {outcome}
        {milliseconds !== undefined && <span className="wire-took"> {milliseconds} ms</span>}
      </span>
    </li>
  )
}
