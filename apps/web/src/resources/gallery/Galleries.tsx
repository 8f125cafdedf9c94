import { LibraryRegular } from '@fluentui/react-icons'
import { browseGalleries, type GalleryRow } from '@portal/portal-api'
import { galleryRowsQuery } from '../../api/gallery-reads.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useTexts } from '../../i18n/language.ts'
import { galleryPath } from '../../paths.ts'
import { inSubscriptions, type InSubscription } from '../../patterns/list/InSubscriptions.tsx'
import { usePlaceColumns, type ColumnsOf } from '../../patterns/list/list-column.ts'
import { useNameColumn } from '../../patterns/list/NamedRow.tsx'
import { ResourceList } from '../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../patterns/list/texts/browse-texts.ts'
import { useListRequest } from '../../patterns/list/use-list-request.ts'
import { subscriptionNameOf } from '../../patterns/resource/resource-names.ts'

/** The galleries of a subscription, or of all. */
export const Galleries = inSubscriptions(GalleryList)

function GalleryList({ subscriptionId, subscriptions, choice }: InSubscription) {
  const { region, resourceGroup } = usePlaceColumns()
  const named = useNameColumn(galleryPath)
  const { galleries, shell } = useTexts()
  const texts = useBrowseTexts()
  const { number } = useFormats()
  const user = useSignedIn()
  const request = useListRequest(browseGalleries.request.shape.sort.options, 'name')
  const columns: ColumnsOf<typeof browseGalleries> = [
    { ...named, width: [160, 2] },
    ...(subscriptionId === undefined
      ? [
          {
            heading: galleries.subscription,
            width: [160, 1.5] as const,
            text: ({ id }: GalleryRow) => (subscriptions.length === 0 ? '' : subscriptionNameOf(id, subscriptions)),
          },
        ]
      : []),
    { ...resourceGroup, width: [140, 1.5], goesAs: 1 },
    { ...region, width: [120, 1] },
    {
      heading: texts.definitionsCount,
      sort: 'definitions',
      width: [126, 1],
      text: ({ definitions }) => String(definitions),
      cell: ({ definitions }) => number(definitions),
    },
  ]
  return (
    <ResourceList
      label={shell.sections.galleries}
      request={request}
      pageQuery={(asked) => galleryRowsQuery(user, { subscriptionId, ...asked })}
      scope={choice}
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
