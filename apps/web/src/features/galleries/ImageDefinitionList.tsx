import type { ImageDefinition } from '@portal/image-version'
import { ImageRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { imageDefinitionsQuery } from '../../api/queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useTexts } from '../../i18n/language.ts'
import { imageDefinitionPath } from '../../paths.ts'
import type { Column } from '../../ui/DataTable.tsx'
import { regionDisplayName } from '../../ui/region-display-name.ts'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { QueriedList } from './QueriedList.tsx'

/** The image definitions of a gallery. */
export function ImageDefinitionList({ galleryId }: { galleryId: string }) {
  const { gallery, galleries } = useTexts()
  const { account } = useSignedIn()
  const query = useQuery(imageDefinitionsQuery(account.key, galleryId))
  const columns: [Column<ImageDefinition>, ...Column<ImageDefinition>[]] = [
    { heading: galleries.name, cell: ({ id, name }) => <RouteLink href={imageDefinitionPath(id)}>{name}</RouteLink> },
    { heading: gallery.operatingSystem, cell: ({ osType }) => osType },
    { heading: gallery.osState, cell: ({ osState }) => gallery.osStates[osState] },
    { heading: gallery.generation, cell: ({ hyperVGeneration }) => gallery.generations[hyperVGeneration] },
    { heading: gallery.securityType, cell: ({ securityType }) => gallery.securityTypes[securityType] },
    { heading: galleries.region, cell: ({ location }) => regionDisplayName(location) },
  ]
  return (
    <QueriedList
      label={gallery.definitions}
      query={query}
      columns={columns}
      rowKey={({ id }) => id}
      rowText={({ name }) => name}
      empty={{ icon: <ImageRegular />, title: gallery.noDefinitions, advice: gallery.noDefinitionsAdvice }}
    />
  )
}
