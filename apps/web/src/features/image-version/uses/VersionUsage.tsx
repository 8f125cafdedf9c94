import type { ImageVersion } from '@portal/portal-api'
import { lazy, Suspense } from 'react'
import { useUsesTexts } from '../../../i18n/usage/use-uses-texts.ts'
import { usageAnchor } from '../../../paths.ts'
import { LazyDetails } from '../../../ui/disclosure/LazyDetails.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'

const VersionUses = lazy(() => import('./VersionUses.tsx').then((part) => ({ default: part.VersionUses })))

/** The part of a version's page about what was created from it, read once it is opened. */
export function VersionUsage({ version }: { version: ImageVersion }) {
  const t = useUsesTexts()
  return (
    <Panel>
      <Section title={t.heading} description={t.intro}>
        <LazyDetails anchor={usageAnchor} show={t.show} hide={t.hide}>
          <Suspense fallback={<LoadingRows rows={6} height={32} />}>
            <VersionUses version={version} />
          </Suspense>
        </LazyDetails>
      </Section>
    </Panel>
  )
}
