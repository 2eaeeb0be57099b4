/** Waits five seconds of real time at most, like the service for a Lambda. */
export async function withTimeout<T>(
  running: T | Promise<T>,
  createError: () => Error,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(createError()), timeoutMs)
  })
  try {
    return await Promise.race([running, deadline])
  } finally {
    clearTimeout(timer)
  }
}

const timeoutMs = 5_000
