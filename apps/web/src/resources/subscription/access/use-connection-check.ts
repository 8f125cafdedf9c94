import { checkConnection, type ConnectionCheck } from '@portal/portal-api'
import { useEffect, useState } from 'react'
import { call } from '../../../api/portal-client.ts'
import { signInRefusal } from '../../../auth/authentication.ts'
import { connectionCheckSteps, type ConnectionCheckStep } from './connection-check-steps.ts'

interface Checked {
  /** the latest check that came back */
  steps?: ConnectionCheckStep[]
  /** Azure's time of it, ISO 8601 */
  time?: ConnectionCheck['serverTime']
  /** why the one after it did not */
  error?: unknown
}

export interface ConnectionOfUser extends Checked {
  isChecking: boolean
  again: () => void
}

/**
 * Checks the connection when it is shown, and on request; the resource providers of the subscription, by default of the
 * user's first. Not a query: nothing of a check must be kept, and the query cache is cleared at sign-out.
 */
export function useConnectionCheck(subscriptionId?: string): ConnectionOfUser {
  const [asked, ask] = useState({})
  const [answered, setAnswered] = useState<object>()
  const [checked, setChecked] = useState<Checked>({})
  useEffect(() => {
    const leaving = new AbortController()
    call(checkConnection, { ...(subscriptionId !== undefined && { subscriptionId }) }, { signal: leaving.signal })
      .then((check) => {
        const seen = { receivedAt: Date.now(), signInRefusal: signInRefusal() }
        return setChecked({ steps: connectionCheckSteps(check, seen), time: check.serverTime })
      })
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) setChecked((before) => ({ ...before, error }))
      })
      .finally(() => setAnswered(asked))
      .catch(() => undefined)
    return () => leaving.abort()
  }, [asked, subscriptionId])
  return { ...checked, isChecking: answered !== asked, again: () => ask({}) }
}
