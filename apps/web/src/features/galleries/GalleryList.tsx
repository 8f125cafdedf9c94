import { LibraryRegular } from '@fluentui/react-icons'
import { browseGalleries, type GalleryRow, type RequestOf, type Subscription } from '@portal/portal-api'
import { galleryRowsQuery } from '../../api/estate-queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useBrowseTexts } from '../../i18n/galleries/use-browse-texts.ts'
import { useTexts } from '../../i18n/language.ts'
import type { ListColumns } from '../../parts/resource-list/list-column.ts'
import { ResourceList } from '../../parts/resource-list/ResourceList.tsx'
import { useListRequest } from '../../parts/resource-list/use-list-request.ts'
import { regionDisplayName } from '../../parts/resource/region-display-name.ts'
import { resourceGroupOf, subscriptionNameOf } from '../../parts/resource/resource-names.ts'
import { galleryPath } from '../../paths.ts'
import { NamedRow } from './NamedRow.tsx'

const sorts = browseGalleries.request.shape.sort.options
type Sort = RequestOf<typeof browseGalleries>['sort']

interface Props {
  /** undefined: of all subscriptions */
  subscriptionId: string | undefined
  subscriptions: Subscription[]
}

/** The galleries of a subscription, or of all. */
export function GalleryList({ subscriptionId, subscriptions }: Props) {
  const { galleries } = useTexts()
  const texts = useBrowseTexts()
  const { number } = useFormats()
  const user = useSignedIn()
  const request = useListRequest<Sort>(sorts, { sort: 'name', direction: 'asc' })
  const { search, sort, direction } = request
  const columns: ListColumns<GalleryRow, Sort> = [
    {
      heading: galleries.name,
      sort: 'name',
      width: 'minmax(160px, 2fr)',
      cell: ({ id, name, provisioningState }) => (
        <NamedRow href={galleryPath(id)} name={name} state={provisioningState} />
      ),
    },
    ...(subscriptionId === undefined
      ? [
          {
            heading: galleries.subscription,
            width: 'minmax(160px, 1.5fr)',
            cell: ({ id }: GalleryRow) => subscriptionNameOf(id, subscriptions),
          },
        ]
      : []),
    {
      heading: galleries.resourceGroup,
      sort: 'resourceGroup',
      width: 'minmax(140px, 1.5fr)',
      cell: ({ id }) => resourceGroupOf(id),
    },
    {
      heading: galleries.region,
      sort: 'location',
      width: 'minmax(120px, 1fr)',
      cell: ({ location }) => regionDisplayName(location),
    },
    {
      heading: texts.definitionsCount,
      sort: 'definitions',
      width: 'minmax(110px, 1fr)',
      cell: ({ definitions }) => number(definitions),
    },
  ]
  return (
    <ResourceList
      label={galleries.title}
      request={request}
      pageQuery={(page) => galleryRowsQuery(user, { subscriptionId, search, sort, direction, page })}
      columns={columns}
      searchLabel={texts.search}
      empty={{
        icon: <LibraryRegular />,
        title: texts.ofGalleries.noGalleries,
        advice: texts.ofGalleries.noGalleriesAdvice,
      }}
    />
  )
}
