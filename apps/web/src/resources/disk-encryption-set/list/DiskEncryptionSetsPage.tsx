import { ConceptHelp } from '../../../patterns/concept-help/ConceptHelp.tsx'
import { InSubscriptions } from '../../../patterns/list/InSubscriptions.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { PageViews } from '../../../patterns/page/PageViews.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { DiskEncryptionSetList } from './DiskEncryptionSetList.tsx'

/** The disk encryption sets of a subscription, or of all. */
export function DiskEncryptionSetsPage() {
  const { sets } = useBrowseTexts()
  return (
    <>
      <PageHeader
        title={sets.title}
        subtitle={
          <>
            {sets.subtitle} <ConceptHelp concept="diskEncryptionSet" />
          </>
        }
        crumbs={[]}
        overTabs
      />
      <PageViews of="keys" />
      <Panel>
        <InSubscriptions>{(chosen) => <DiskEncryptionSetList {...chosen} />}</InSubscriptions>
      </Panel>
    </>
  )
}
