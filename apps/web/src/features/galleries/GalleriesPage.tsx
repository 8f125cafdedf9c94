import { useTexts } from '../../i18n/language.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SubscriptionChoice } from '../../ui/SubscriptionChoice.tsx'
import { GalleryList } from './GalleryList.tsx'

/** Where everything starts: the galleries of a subscription, or of all. */
export function GalleriesPage() {
  const { galleries } = useTexts()
  return (
    <>
      <PageHeader title={galleries.title} subtitle={galleries.subtitle} />
      <Panel>
        <SubscriptionChoice>
          {(chosen, subscriptions) => (
            <GalleryList subscriptionId={chosen?.subscriptionId} subscriptions={subscriptions} />
          )}
        </SubscriptionChoice>
      </Panel>
    </>
  )
}
