import type { ReactNode } from 'react'
import { ConceptHelp } from '../../../patterns/concept-help/ConceptHelp.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { PageWithViews } from '../../../patterns/page/PageWithViews.tsx'

/** The page of the disk encryption sets, and of their keys. */
export function DiskEncryptionSetsPage({ children }: { children?: ReactNode }) {
  const { sets } = useBrowseTexts()
  return (
    <PageWithViews
      views={['diskEncryptionSets', 'keyHealth', 'keyImpact']}
      subtitle={
        <>
          {sets.subtitle} <ConceptHelp concept="diskEncryptionSet" />
        </>
      }
    >
      {children}
    </PageWithViews>
  )
}
