import { useLocation } from 'wouter'
import { useTexts } from '../../../i18n/language.ts'
import { galleryPath } from '../../../paths.ts'
import { InSubscriptions } from '../../../patterns/list/InSubscriptions.tsx'
import { PageViews } from '../../../patterns/page-views/PageViews.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { CreateGallery } from '../parts/CreateGallery.tsx'
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
