import { StackRegular } from '@fluentui/react-icons'
import { useBrowseTexts } from '../../i18n/galleries/use-browse-texts.ts'
import { SubscriptionChoice } from '../../parts/resource/SubscriptionChoice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ImageVersionList } from './ImageVersionList.tsx'

/** The image versions of a subscription, or of all. */
export function ImageVersionsPage() {
  const { versions } = useBrowseTexts()
  return (
    <>
      <PageHeader title={versions.title} subtitle={versions.subtitle} crumbs={[]} />
      <Panel>
        <SubscriptionChoice>
          {(chosen) => (
            <ImageVersionList
              of={{ subscriptionId: chosen?.subscriptionId }}
              initial={{ sort: 'definition', direction: 'asc' }}
              empty={{ icon: <StackRegular />, title: versions.none, advice: versions.noneAdvice }}
            />
          )}
        </SubscriptionChoice>
      </Panel>
    </>
  )
}
