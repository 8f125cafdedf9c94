import type { browseVirtualMachines, RequestOf, VirtualMachineRow } from '@portal/portal-api'
import { useBrowseTexts } from '../../i18n/galleries/use-browse-texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { useMachineTexts } from '../../i18n/machines/use-machine-texts.ts'
import type { ListColumns } from '../../parts/resource-list/list-column.ts'
import { NamedRow } from '../../parts/resource-list/NamedRow.tsx'
import { regionDisplayName } from '../../parts/resource/region-display-name.ts'
import { resourceLabel } from '../../parts/resource/resource-label.ts'
import { resourceGroupOf } from '../../parts/resource/resource-names.ts'
import { imageVersionPath, virtualMachinePath } from '../../paths.ts'
import { shows } from '../../ui/marks/shows.ts'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { MachineEncryption } from './MachineEncryption.tsx'
import { useDiskTexts } from './use-disk-texts.ts'

export type MachineSort = RequestOf<typeof browseVirtualMachines>['sort']

/** The columns of virtual machines. */
export function useMachineColumns(): ListColumns<VirtualMachineRow, MachineSort> {
  const { galleries } = useTexts()
  const { machines, ofDefinition } = useBrowseTexts()
  const { powerStates } = useMachineTexts().page
  const diskTexts = useDiskTexts()
  const powerText = ({ powerState }: VirtualMachineRow) =>
    powerState === undefined ? '–' : (powerStates[powerState] ?? powerState)
  return [
    {
      heading: galleries.name,
      sort: 'name',
      width: 'minmax(130px, 1.5fr)',
      text: ({ name }) => name,
      cell: ({ id, name, provisioningState }) => (
        <NamedRow href={virtualMachinePath(id)} name={name} state={provisioningState} />
      ),
    },
    {
      heading: machines.status,
      sort: 'powerState',
      width: 'minmax(168px, 1fr)',
      text: powerText,
      cell: (row) => <span {...shows(`${row.name}:${row.powerState}`)}>{powerText(row)}</span>,
    },
    {
      heading: machines.image,
      sort: 'image',
      width: 'minmax(150px, 1.5fr)',
      text: imageText,
      cell: (row) =>
        row.imageId?.includes('/versions/') ? (
          <RouteLink href={imageVersionPath(row.imageId)}>{imageText(row)}</RouteLink>
        ) : (
          imageText(row)
        ),
    },
    {
      heading: ofDefinition.encryption,
      sort: 'encryption',
      width: 'minmax(240px, 2.5fr)',
      text: (row) => diskTexts(row).join('; '),
      cell: (row) => <MachineEncryption machine={row} />,
    },
    { heading: machines.size, sort: 'size', width: 'minmax(140px, 1fr)', text: ({ size }) => size || '–' },
    {
      heading: galleries.region,
      sort: 'location',
      width: 'minmax(110px, 1fr)',
      text: ({ location }) => regionDisplayName(location),
    },
    {
      heading: galleries.resourceGroup,
      sort: 'resourceGroup',
      width: 'minmax(138px, 1fr)',
      text: ({ id }) => resourceGroupOf(id),
    },
  ]
}

function imageText({ imageId, marketplaceImage }: VirtualMachineRow): string {
  return imageId === undefined ? (marketplaceImage ?? '–') : resourceLabel(imageId)
}
