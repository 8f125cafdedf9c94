import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isNotFound, NetworkFailure, PortalProblem, ReplyUnreadable } from '../failures.ts'
import { identityChallengeOf, type IdentityChallenge } from './identity-challenge.ts'

const passing = new Set<string>(['AzureUnavailable', 'SignInServiceUnavailable'])
// a proxy's responses while there is no portal behind it
const noPortal = new Set([502, 503, 504])

// The server has its own retries against Azure; here, only errors that might be temporary are retried once. Writes
// never are.
function isPassing(error: Error): boolean {
  if (error instanceof ReplyUnreadable) return noPortal.has(error.status)
  return error instanceof NetworkFailure || (error instanceof PortalProblem && passing.has(error.code))
}

// ms; the portal counts a user's requests over three seconds, and those of an address over ten
const patience = 10_000
const mostPauses = 3

/**
 * How soon the portal has room for a read again that it refused, in ms; undefined if not soon, or for another error.
 * Who opens some pages at once sends more than it lets in, and needs nothing but that moment.
 */
function roomAfter(error: Error): number | undefined {
  if (!(error instanceof PortalProblem) || error.code !== 'TooManyRequests') return undefined
  const left = Date.parse(error.problem.retryAt ?? '') - Date.now()
  return left <= patience ? Math.max(left, 0) : undefined
}

/**
 * The cache of the server's responses. `onIdentityChallenge` is called for every call that waits for the user's
 * identity.
 */
export function createQueryClient(onIdentityChallenge: (asked: IdentityChallenge) => void): QueryClient {
  const onError = (error: Error) => {
    const asked = identityChallengeOf(error)
    if (asked) onIdentityChallenge(asked)
  }
  return new QueryClient({
    // Nobody waits for what was read ahead: whoever does then asks for it again.
    queryCache: new QueryCache({
      onError: (error, query) => {
        // What is gone leaves nothing of its earlier answer on a page.
        if (isNotFound(error) && query.state.data !== undefined) query.setState({ data: undefined })
        if (query.meta?.['isAhead'] !== true) onError(error)
      },
    }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) =>
          roomAfter(error) === undefined ? failures < 1 && isPassing(error) : failures < mostPauses,
        // What was refused together does not come back in the same moment.
        retryDelay: (failures, error) => (roomAfter(error) ?? 1000 * 2 ** failures) + Math.random() * 500,
        refetchOnWindowFocus: false,
      },
    },
  })
}
