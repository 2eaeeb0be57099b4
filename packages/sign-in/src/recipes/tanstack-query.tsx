import { type Auth, type AuthSession, useSession } from '@sallyport/sign-in'
import { QueryClient, useQuery } from '@tanstack/react-query'

/** A query client whose cache is emptied whenever a user's session ends. */
export function createQueryClient(auth: Auth): QueryClient {
  const queryClient = new QueryClient()
  auth.subscribe(() => {
    if (auth.getState().status === 'signed-out') queryClient.clear()
  })
  return queryClient
}

/** The orders of the signed-in user. After a 401, `session.fetch` refreshes and sends once more. */
export function useOrders() {
  const { session, user } = useSession()
  return useQuery({
    // With the user in the key, no user ever sees another user's orders.
    queryKey: ['orders', user?.id],
    queryFn: ({ signal }) => fetchOrders(session!, signal),
    enabled: session !== null,
  })
}

async function fetchOrders(session: AuthSession, signal: AbortSignal): Promise<string[]> {
  const response = await session.fetch('/api/orders', { signal })
  if (!response.ok) throw new Error(`The orders cannot be loaded (${response.status}).`)
  return response.json() as Promise<string[]>
}
