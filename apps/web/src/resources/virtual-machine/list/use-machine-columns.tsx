import type { browseVirtualMachines, RequestOf, VirtualMachineRow } from '@portal/portal-api'
import { useTexts } from '../../../i18n/language.ts'
import { imageVersionPath, virtualMachinePath } from '../../../paths.ts'
import type { ListColumns } from '../../../patterns/list/list-column.ts'
import { NamedRow } from '../../../patterns/list/NamedRow.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/use-browse-texts.ts'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { resourceGroupOf } from '../../../patterns/resource/resource-names.ts'
import { shows } from '../../../ui/marks/shows.ts'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { useMachineTexts } from '../texts/use-machine-texts.ts'
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
      width: [130, 1.5],
      text: ({ name }) => name,
      cell: ({ id, name, provisioningState }) => (
        <NamedRow href={virtualMachinePath(id)} name={name} state={provisioningState} />
      ),
    },
    {
      heading: machines.status,
      sort: 'powerState',
      width: [168, 1],
      text: powerText,
      cell: (row) => <span {...shows(`${row.name}:${row.powerState}`)}>{powerText(row)}</span>,
    },
    {
      heading: machines.image,
      sort: 'image',
      width: [150, 1.5],
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
      width: [240, 2.5],
      text: (row) => diskTexts(row).join('; '),
      cell: (row) => <MachineEncryption machine={row} />,
    },
    { heading: machines.size, sort: 'size', width: [140, 1], goesAs: 2, text: ({ size }) => size || '–' },
    {
      heading: galleries.region,
      sort: 'location',
      width: [110, 1],
      goesAs: 1,
      text: ({ location }) => regionDisplayName(location),
    },
    {
      heading: galleries.resourceGroup,
      sort: 'resourceGroup',
      width: [138, 1],
      goesAs: 3,
      text: ({ id }) => resourceGroupOf(id),
    },
  ]
}

function imageText({ imageId, marketplaceImage }: VirtualMachineRow): string {
  return imageId === undefined ? (marketplaceImage ?? '–') : resourceLabel(imageId)
}
