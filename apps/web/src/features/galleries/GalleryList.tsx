import { LibraryRegular } from '@fluentui/react-icons'
import type { GallerySummary } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { galleriesQuery } from '../../api/queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useTexts } from '../../i18n/language.ts'
import { galleryPath } from '../../paths.ts'
import type { Column } from '../../ui/DataTable.tsx'
import { regionDisplayName } from '../../ui/region-display-name.ts'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { resourceGroupOf } from './gallery-names.ts'
import { QueriedList } from './QueriedList.tsx'

/** The galleries of one subscription. */
export function GalleryList({ subscriptionId }: { subscriptionId: string }) {
  const { galleries } = useTexts()
  const { account } = useSignedIn()
  const query = useQuery(galleriesQuery(account.key, subscriptionId))
  const columns: [Column<GallerySummary>, ...Column<GallerySummary>[]] = [
    { heading: galleries.name, cell: ({ id, name }) => <RouteLink href={galleryPath(id)}>{name}</RouteLink> },
    { heading: galleries.resourceGroup, cell: ({ id }) => resourceGroupOf(id) },
    { heading: galleries.region, cell: ({ location }) => regionDisplayName(location) },
  ]
  return (
    <QueriedList
      label={galleries.title}
      query={query}
      columns={columns}
      rowKey={({ id }) => id}
      rowText={({ name }) => name}
      empty={{ icon: <LibraryRegular />, title: galleries.noGalleries, advice: galleries.noGalleriesAdvice }}
    />
  )
}
