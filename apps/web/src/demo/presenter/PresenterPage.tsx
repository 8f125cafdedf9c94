import { useState } from 'react'
import { useSearch } from 'wouter'
import { useAuthentication } from '../../auth/use-authentication.ts'
import { useTexts } from '../../i18n/language.ts'
import { paths } from '../../paths.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { RouteButton } from '../../ui/RouteLink.tsx'
import { isPairing } from '../presenting/pairing.ts'
import { usePresenterTexts } from '../texts/presenter-texts.ts'
import { PresenterView } from './PresenterView.tsx'

/** The presenter's window: only of a demo, and without a sign-in, because it asks nothing of any server. */
export function PresenterPage() {
  const t = usePresenterTexts()
  const { product } = useTexts()
  const authentication = useAuthentication()
  const asked = new URLSearchParams(useSearch()).get('with')
  // Who opens the address by hand gets a pair of their own.
  const [own] = useState(() => crypto.randomUUID())
  if (!('configuration' in authentication)) return <LoadingRows rows={6} height={48} />
  if (authentication.configuration.environment !== 'demo')
    return (
      <EmptyState
        icon={null}
        title={t.onlyInDemo}
        advice={t.onlyInDemoAdvice}
        action={<RouteButton href={paths.home}>{product}</RouteButton>}
      />
    )
  return <PresenterView pairing={isPairing(asked) ? asked : own} />
}
