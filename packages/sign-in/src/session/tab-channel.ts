/** Tells the other tabs that the record has changed. The message holds no data. */
export interface TabChannel {
  announce: () => void
  close: () => void
}

/** @param onChange Called when another tab has announced a change, and when this page is back in use. */
export function openTabChannel(key: string, onChange: () => void): TabChannel {
  const { BroadcastChannel: Channel, document } = globalThis as Partial<typeof globalThis>
  const channel = Channel && new Channel(key)
  if (channel) {
    channel.addEventListener('message', onChange)
    // In Node a channel would keep the process alive.
    ;(channel as { unref?: () => void }).unref?.()
  }
  const onStorage = (event: StorageEvent) => event.key === key && onChange()
  const onVisible = () => document?.visibilityState === 'visible' && onChange()
  const page = globalThis as {
    addEventListener?: Window['addEventListener']
    removeEventListener?: Window['removeEventListener']
  }
  if (!channel) page.addEventListener?.('storage', onStorage)
  // A frozen tab gets no messages, so it reads the record when it is back.
  page.addEventListener?.('pageshow', onChange)
  document?.addEventListener('visibilitychange', onVisible)

  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
    announce: () => channel?.postMessage('changed'),
    close() {
      channel?.close()
      page.removeEventListener?.('storage', onStorage)
      page.removeEventListener?.('pageshow', onChange)
      document?.removeEventListener('visibilitychange', onVisible)
    },
  }
}
