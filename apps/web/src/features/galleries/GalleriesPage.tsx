import { useLocation } from 'wouter'
import { useTexts } from '../../i18n/language.ts'
import { PageViews } from '../../parts/page-views/PageViews.tsx'
import { InSubscriptions } from '../../parts/resource-list/InSubscriptions.tsx'
import { galleryPath } from '../../paths.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { CreateGallery } from './CreateGallery.tsx'
import { GalleryList } from './GalleryList.tsx'

/** The galleries of a subscription, or of all. */
export function GalleriesPage() {
  const { galleries } = useTexts()
  const [, navigate] = useLocation()
  return (
    <>
      <PageHeader
        title={galleries.title}
        subtitle={galleries.subtitle}
        crumbs={[]}
        overTabs
        actions={
          <CreateGallery appearance="primary" subscriptionId="" onCreated={(made) => navigate(galleryPath(made))} />
        }
      />
      <PageViews of="imageVersions" />
      <Panel>
        <InSubscriptions>{(chosen) => <GalleryList {...chosen} />}</InSubscriptions>
      </Panel>
    </>
  )
}
