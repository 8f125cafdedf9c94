import { makeStyles, tokens } from '@fluentui/react-components'
import { DesktopRegular } from '@fluentui/react-icons'
import { browseVirtualMachines, machineEncryption, type VirtualMachineRow } from '@portal/portal-api'
import { useState, Fragment } from 'react'
import { virtualMachineRowsQuery } from '../../../api/virtual-machine-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { imageVersionPath, virtualMachinePath, diskEncryptionSetPath } from '../../../paths.ts'
import { useImageFilterTexts } from '../../../patterns/image-filters/image-filters-texts.ts'
import { useImageFilters } from '../../../patterns/image-filters/use-image-filters.ts'
import { optionsOf } from '../../../patterns/list/FilterSelect.tsx'
import { inSubscriptions, type InSubscription } from '../../../patterns/list/InSubscriptions.tsx'
import { usePlaceColumns, type ColumnsOf } from '../../../patterns/list/list-column.ts'
import { useNameColumn } from '../../../patterns/list/NamedRow.tsx'
import { ResourceList } from '../../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { useListRequest } from '../../../patterns/list/use-list-request.ts'
import { EncryptionLabel } from '../../../patterns/resource/EncryptionLabel.tsx'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { useDiskName } from '../../../patterns/resource/use-disk-name.ts'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { shows } from '../../../ui/shows.ts'
import { useMachineTexts } from '../texts/machine-texts.ts'

/** The virtual machines of a subscription, or of all. */
export const VirtualMachines = inSubscriptions(VirtualMachineList)

/** The virtual machines of a subscription, or of all, with whose keys encrypt their disks. */
function VirtualMachineList({ subscriptionId, choice }: InSubscription) {
  const texts = useBrowseTexts()
  const user = useSignedIn()
  const request = useListRequest(browseVirtualMachines.request.shape.sort.options, 'name')
  const encryption = machineEncryption.safeParse(request.filter('encryption')).data
  const { region, ...images } = useImageFilterTexts()
  const image = useImageFilters(request, { region })
  const [cameFiltered] = useState(request.filter('image') !== '')
  const isFromGallery = request.filter('image') === 'gallery'
  const columns = useMachineColumns()
  return (
    <ResourceList
      label={texts.machines.title}
      request={request}
      pageQuery={(asked) =>
        virtualMachineRowsQuery(user, {
          subscriptionId,
          encryption,
          ...image.narrowed,
          ...(isFromGallery && { image: 'gallery' as const }),
          ...asked,
        })
      }
      columns={columns}
      searchLabel={texts.machines.search}
      scope={choice}
      filters={{
        encryption: {
          label: texts.ofDefinition.encryption,
          value: encryption,
          any: texts.anyEncryption,
          options: optionsOf(machineEncryption.options, texts.encryptions),
        },
        ...(cameFiltered && {
          image: {
            label: images.image,
            value: isFromGallery ? 'gallery' : undefined,
            any: images.anyImage,
            options: [['gallery', images.fromGallery]] as const,
          },
        }),
        ...image.filters,
      }}
      empty={{ icon: <DesktopRegular />, title: texts.machines.none, advice: texts.machines.noneAdvice }}
    />
  )
}

/** The columns of virtual machines. */
function useMachineColumns(): ColumnsOf<typeof browseVirtualMachines> {
  const named = useNameColumn(virtualMachinePath)
  const { region, resourceGroup } = usePlaceColumns()
  const { machines, ofDefinition } = useBrowseTexts()
  const { powerStates } = useMachineTexts().page
  const diskTexts = useDiskTexts()
  const powerText = ({ powerState }: VirtualMachineRow) =>
    powerState === undefined ? '–' : (powerStates[powerState] ?? powerState)
  return [
    { ...named, width: [130, 1.5] },
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
    { ...region, width: [110, 1], goesAs: 1 },
    { ...resourceGroup, width: [138, 1], goesAs: 3 },
  ]
}

function imageText({ imageId, marketplaceImage }: VirtualMachineRow): string {
  return imageId === undefined ? (marketplaceImage ?? '–') : resourceLabel(imageId)
}

const useStyles = makeStyles({
  disks: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
})

type Disk = VirtualMachineRow['disks'][number]

/** Whose keys encrypt a machine, and below it its disks with their sets: together if all have the same, else each. */
function MachineEncryption({ machine }: { machine: VirtualMachineRow }) {
  const styles = useStyles()
  const { machines } = useBrowseTexts()
  const diskName = useDiskName()
  const diskTexts = useDiskTexts()
  const { encryption, disks } = machine
  const [first, ...others] = disks
  const areAlike = others.every((disk) => disk.encryption === first?.encryption && keyOf(disk) === keyOf(first))
  return (
    <>
      <EncryptionLabel encryption={encryption} />
      <span className={styles.disks} title={diskTexts(machine).join('\n')}>
        {first && areAlike ? (
          <DiskKey name={machines.disks(disks.length)} disk={first} isAlike />
        ) : (
          disks.map((disk, at) => (
            <Fragment key={disk.disk}>
              {at > 0 && ', '}
              <DiskKey name={diskName(disk.disk)} disk={disk} />
            </Fragment>
          ))
        )}
      </span>
    </>
  )
}

/** A disk with its set or, without one, with whose key encrypts it unless the label above says so. */
function DiskKey({ name, disk, isAlike = false }: { name: string; disk: Disk; isAlike?: boolean }) {
  const { encryptions } = useBrowseTexts()
  const { diskEncryptionSetId: setId, encryption } = disk
  if (setId === undefined) return isAlike ? name : `${name}: ${encryptions[encryption]}`
  return (
    <>
      {name}: <RouteLink href={diskEncryptionSetPath(setId)}>{resourceLabel(setId)}</RouteLink>
    </>
  )
}

function keyOf({ diskEncryptionSetId = '' }: Disk): string {
  return diskEncryptionSetId.toLowerCase()
}

/** What encrypts each disk of a machine, as a text: `OS disk: Customer-managed key (a-set)`. */
function useDiskTexts(): (machine: VirtualMachineRow) => string[] {
  const { encryptions } = useBrowseTexts()
  const diskName = useDiskName()
  return ({ disks }) =>
    disks.map(({ disk, encryption, diskEncryptionSetId }) => {
      const set = diskEncryptionSetId === undefined ? '' : ` (${resourceLabel(diskEncryptionSetId)})`
      return `${diskName(disk)}: ${encryptions[encryption]}${set}`
    })
}
