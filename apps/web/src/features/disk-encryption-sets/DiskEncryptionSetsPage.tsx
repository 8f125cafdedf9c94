import { useBrowseTexts } from '../../i18n/galleries/use-browse-texts.ts'
import { ConceptHelp } from '../../parts/concept-help/ConceptHelp.tsx'
import { SubscriptionChoice } from '../../parts/resource/SubscriptionChoice.tsx'
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
      />
      <Panel>
        <SubscriptionChoice>
          {(chosen) => <DiskEncryptionSetList subscriptionId={chosen?.subscriptionId} />}
        </SubscriptionChoice>
      </Panel>
    </>
  )
}
