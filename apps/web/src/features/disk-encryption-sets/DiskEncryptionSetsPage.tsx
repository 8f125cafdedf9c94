import { useBrowseTexts } from '../../i18n/galleries/use-browse-texts.ts'
import { ConceptHelp } from '../../parts/concept-help/ConceptHelp.tsx'
import { PageViews } from '../../parts/page-views/PageViews.tsx'
import { InSubscriptions } from '../../parts/resource-list/InSubscriptions.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
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
