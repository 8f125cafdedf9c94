import { StackRegular } from '@fluentui/react-icons'
import { InSubscriptions } from '../../../patterns/list/InSubscriptions.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { PageViews } from '../../../patterns/page/PageViews.tsx'
import { CreateVersionButton } from '../../../patterns/resource/CreateVersionButton.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { ImageVersionList } from '../parts/ImageVersionList.tsx'

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
