/** Waits five seconds, as the service does for a Lambda: by real time, since a pool's clock may stand still. */
export async function withTimeout<T>(
  running: T | Promise<T>,
  createError: () => Error,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(createError()), 5_000)
  })
  try {
    return await Promise.race([running, deadline])
  } finally {
    clearTimeout(timer)
  }
}
