import { checkConnection, type ConnectionCheck } from '@portal/portal-api'
import { useEffect, useState } from 'react'
import { call } from '../../api/portal-client.ts'

interface Looked {
  /** the latest check that came back */
  found?: { check: ConnectionCheck; receivedAt: number }
  /** why the one after it did not */
  error?: unknown
}

/** The scope of a check: the resource providers of that subscription, by default of the user's first. */
interface Asked {
  subscriptionId?: string
}

/**
 * Checks the connection when it is shown, when another subscription is chosen, and on request. Not a query: nothing of
 * a check must be kept, and the query cache is cleared at sign-out.
 */
export function useConnectionCheck() {
  const [asked, ask] = useState<Asked>({})
  const [answered, setAnswered] = useState<Asked>()
  const [looked, setLooked] = useState<Looked>({})
  useEffect(() => {
    const leaving = new AbortController()
    call(checkConnection, asked, { signal: leaving.signal })
      .then((check) => setLooked({ found: { check, receivedAt: Date.now() } }))
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) setLooked((before) => ({ ...before, error }))
      })
      .finally(() => setAnswered(asked))
      .catch(() => undefined)
    return () => leaving.abort()
  }, [asked])
  return {
    ...looked,
    isChecking: answered !== asked,
    subscriptionId: asked.subscriptionId,
    choose: (subscriptionId: string) => ask({ subscriptionId }),
    again: () => ask((before) => ({ ...before })),
  }
}
