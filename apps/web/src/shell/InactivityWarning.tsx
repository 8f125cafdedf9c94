import { lazy, Suspense, useSyncExternalStore } from 'react'
import { isInactivityNear, subscribeToInactivity } from '../auth/inactivity.ts'

const InactivityDialog = lazy(() =>
  import('./InactivityDialog.tsx').then((module) => ({ default: module.InactivityDialog })),
)

/** Asks whether the user is there before the sign-in ends; any activity is the answer. */
export function InactivityWarning() {
  const isNear = useSyncExternalStore(subscribeToInactivity, isInactivityNear)
  if (!isNear) return null
  return (
    <Suspense fallback={null}>
      <InactivityDialog />
    </Suspense>
  )
}
