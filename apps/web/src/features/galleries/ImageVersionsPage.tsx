import { StackRegular } from '@fluentui/react-icons'
import { useBrowseTexts } from '../../i18n/galleries/use-browse-texts.ts'
import { PageViews } from '../../parts/page-views/PageViews.tsx'
import { InSubscriptions } from '../../parts/resource-list/InSubscriptions.tsx'
import { CreateVersionButton } from '../../parts/resource/CreateVersionButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ImageVersionList } from './ImageVersionList.tsx'

/** The image versions of a subscription, or of all. */
export function ImageVersionsPage() {
  const { versions } = useBrowseTexts()
  return (
    <>
      <PageHeader
        title={versions.title}
        subtitle={versions.subtitle}
        crumbs={[]}
        overTabs
        actions={<CreateVersionButton>{versions.create}</CreateVersionButton>}
      />
      <PageViews of="imageVersions" />
      <Panel>
        <InSubscriptions>
          {({ subscriptionId, choice }) => (
            <ImageVersionList
              of={{ subscriptionId }}
              scope={choice}
              initial={{ sort: 'publishedDate', direction: 'desc' }}
              empty={{ icon: <StackRegular />, title: versions.none, advice: versions.noneAdvice }}
            />
          )}
        </InSubscriptions>
      </Panel>
    </>
  )
}
