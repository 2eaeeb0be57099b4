import { useSyncExternalStore } from 'react'
import type { WireLog } from '../playground/wire-log.ts'

/** The last request of the page, by name. */
export function LastRequest({ wire }: { wire: WireLog }) {
  const last = useSyncExternalStore(wire.subscribe, wire.getEntries).at(-1)
  if (!last) return null
  return (
    <p className="session-last" data-kind={last.kind}>
      <span className="quiet">Last request</span>{' '}
      <bdi>
        {last.operation}: {last.outcome}
      </bdi>
    </p>
  )
}
