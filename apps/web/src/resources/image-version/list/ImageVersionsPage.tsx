import { StackRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { galleryPath } from '../../../paths.ts'
import { InSubscriptions } from '../../../patterns/list/InSubscriptions.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { PageWithViews } from '../../../patterns/page/PageWithViews.tsx'
import { CreateVersionButton } from '../../../patterns/resource/CreateVersionButton.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { CreateGallery } from '../../gallery/parts/CreateGallery.tsx'
import { ImageVersionList } from '../parts/ImageVersionList.tsx'

/** The page of the image versions, and of the galleries that have them. */
export function ImageVersionsPage({ children }: { children?: ReactNode }) {
  const { versions } = useBrowseTexts()
  const [, navigate] = useLocation()
  return (
    <PageWithViews
      views={['imageVersions', 'galleries']}
      subtitle={versions.subtitle}
      actions={
        <>
          <CreateGallery subscriptionId="" onCreated={(made) => navigate(galleryPath(made))} />
          <CreateVersionButton>{versions.create}</CreateVersionButton>
        </>
      }
    >
      {children}
    </PageWithViews>
  )
}

/** The image versions of a subscription, or of all. */
export function AllImageVersions() {
  const { versions } = useBrowseTexts()
  return (
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
  )
}
