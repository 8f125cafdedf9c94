import { checkConnection, type ConnectionCheck } from '@portal/portal-api'
import { useCallback, useEffect, useState } from 'react'
import { call } from '../../api/portal-client.ts'

interface Looked {
  /** the latest check that came back */
  found?: { check: ConnectionCheck; receivedAt: number }
  /** why the one after it did not */
  error?: unknown
}

/**
 * Checks the connection when it is shown, when another subscription is chosen, and on request. Not by a query: nothing of
 * a check is to be kept, and the cache of queries is emptied when somebody signs out.
 */
export function useConnectionCheck(subscriptionId: string | undefined) {
  const [round, setRound] = useState(0)
  const [answered, setAnswered] = useState(-1)
  const [looked, setLooked] = useState<Looked>({})
  useEffect(() => {
    const leaving = new AbortController()
    call(checkConnection, { subscriptionId }, { signal: leaving.signal })
      .then((check) => setLooked({ found: { check, receivedAt: Date.now() } }))
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) setLooked((before) => ({ ...before, error }))
      })
      .finally(() => setAnswered(round))
      .catch(() => undefined)
    return () => leaving.abort()
  }, [round, subscriptionId])
  const again = useCallback(() => setRound((before) => before + 1), [])
  return { ...looked, isChecking: answered !== round, again }
}
