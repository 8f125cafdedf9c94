import { ImageRegular } from '@fluentui/react-icons'
import { browseImageDefinitions } from '@portal/portal-api'
import { imageDefinitionRowsQuery } from '../../../api/gallery-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { imageDefinitionPath } from '../../../paths.ts'
import type { ColumnsOf } from '../../../patterns/list/list-column.ts'
import { useNameColumn } from '../../../patterns/list/NamedRow.tsx'
import { ResourceList } from '../../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { useListRequest } from '../../../patterns/list/use-list-request.ts'

/** The image definitions of a gallery. */
export function ImageDefinitionList({ galleryId }: { galleryId: string }) {
  const named = useNameColumn(imageDefinitionPath)
  const texts = useBrowseTexts()
  const { number } = useFormats()
  const user = useSignedIn()
  const request = useListRequest(browseImageDefinitions.request.shape.sort.options, 'name')
  const columns: ColumnsOf<typeof browseImageDefinitions> = [
    { ...named, width: [160, 2] },
    {
      heading: texts.ofGallery.operatingSystem,
      sort: 'osType',
      width: [130, 1],
      text: ({ osType }) => osType,
    },
    {
      heading: texts.ofGallery.osState,
      sort: 'osState',
      width: [116, 1],
      goesAs: 1,
      text: ({ osState }) => texts.ofGallery.osStates[osState],
    },
    {
      heading: texts.ofGallery.generation,
      sort: 'hyperVGeneration',
      width: [126, 1],
      goesAs: 2,
      text: ({ hyperVGeneration }) => texts.ofGallery.generations[hyperVGeneration],
    },
    {
      heading: texts.ofGallery.architecture,
      width: [110, 1],
      goesAs: 3,
      text: ({ architecture }) => architecture,
    },
    {
      heading: texts.ofGallery.diskControllers,
      width: [120, 1],
      goesAs: 4,
      text: ({ diskControllerTypes }) => texts.ofGallery.diskControllerTypes[diskControllerTypes ?? 'SCSI'],
    },
    {
      heading: texts.ofGallery.securityType,
      width: [150, 1.5],
      text: ({ securityType }) => texts.ofGallery.securityTypes[securityType],
    },
    {
      heading: texts.versionsCount,
      sort: 'versions',
      width: [108, 1],
      text: ({ versions }) => String(versions),
      cell: ({ versions }) => number(versions),
    },
  ]
  return (
    <ResourceList
      label={texts.ofGallery.definitions}
      request={request}
      pageQuery={(asked) => imageDefinitionRowsQuery(user, { galleryId, ...asked })}
      columns={columns}
      searchLabel={texts.search}
      empty={{
        icon: <ImageRegular />,
        title: texts.ofGallery.noDefinitions,
        advice: texts.ofGallery.noDefinitionsAdvice,
      }}
    />
  )
}
