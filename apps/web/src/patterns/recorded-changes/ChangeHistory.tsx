import { lazy, Suspense } from 'react'
import { LazyDetails } from '../../ui/LazyDetails.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { PanelSection } from '../../ui/Section.tsx'
import { useHistoryTexts } from './history-texts.ts'

const RecordedChanges = lazy(() => import('./RecordedChanges.tsx').then((part) => ({ default: part.RecordedChanges })))

/** The part of a page about who changed its resources, read once it is opened. */
export function ChangeHistory({ of, resourceIds }: { of: 'version' | 'set'; resourceIds: string[] }) {
  const t = useHistoryTexts()
  return (
    <PanelSection title={t.heading} description={of === 'version' ? t.ofVersion : t.ofSet}>
      <LazyDetails anchor="changes" show={t.show} hide={t.hide}>
        <Suspense fallback={<LoadingRows rows={6} height={32} />}>
          <RecordedChanges resourceIds={resourceIds} />
        </Suspense>
      </LazyDetails>
    </PanelSection>
  )
}
