import { HardDriveRegular } from '@fluentui/react-icons'
import { browseDisks, diskEncryption } from '@portal/portal-api'
import { diskRowsQuery } from '../../../api/virtual-machine-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { useTexts } from '../../../i18n/language.ts'
import { diskEncryptionSetPath, imageVersionPath, virtualMachinePath } from '../../../paths.ts'
import { useImageFilterTexts } from '../../../patterns/image-filters/image-filters-texts.ts'
import { useImageFilters } from '../../../patterns/image-filters/use-image-filters.ts'
import { optionsOf } from '../../../patterns/list/FilterSelect.tsx'
import { inSubscriptions, type InSubscription } from '../../../patterns/list/InSubscriptions.tsx'
import { usePlaceColumns, type ColumnsOf } from '../../../patterns/list/list-column.ts'
import { ResourceList } from '../../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { TwoLines } from '../../../patterns/list/TwoLines.tsx'
import { useListRequest } from '../../../patterns/list/use-list-request.ts'
import { EncryptionLabel } from '../../../patterns/resource/EncryptionLabel.tsx'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { resourceGroupOf } from '../../../patterns/resource/resource-names.ts'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { useDiskListTexts } from './disk-list-texts.ts'

/** The disks from image versions, of a subscription or of all: what the posture counts. */
export const Disks = inSubscriptions(DiskList)

/** The disks of a subscription, or of all, that were created from image versions, with whose keys encrypt them. */
function DiskList({ subscriptionId, choice }: InSubscription) {
  const t = useDiskListTexts()
  const texts = useBrowseTexts()
  const user = useSignedIn()
  const request = useListRequest(browseDisks.request.shape.sort.options, 'name')
  const encryption = diskEncryption.safeParse(request.filter('encryption')).data
  const image = useImageFilters(request, { region: useImageFilterTexts().region })
  const columns = useDiskColumns()
  return (
    <ResourceList
      label={t.title}
      request={request}
      pageQuery={(asked) => diskRowsQuery(user, { subscriptionId, encryption, ...image.narrowed, ...asked })}
      columns={columns}
      searchLabel={texts.machines.search}
      scope={choice}
      filters={{
        encryption: {
          label: texts.ofDefinition.encryption,
          value: encryption,
          any: texts.anyEncryption,
          options: optionsOf(diskEncryption.options, texts.encryptions),
        },
        ...image.filters,
      }}
      empty={{ icon: <HardDriveRegular />, title: t.none, advice: t.noneAdvice }}
    />
  )
}

/** The columns of disks. */
function useDiskColumns(): ColumnsOf<typeof browseDisks> {
  const t = useDiskListTexts()
  const { region } = usePlaceColumns()
  const { galleries } = useTexts()
  const { ofDefinition, encryptions } = useBrowseTexts()
  const { date } = useFormats()
  return [
    {
      heading: galleries.name,
      sort: 'name',
      width: [164, 1.6],
      text: ({ name }) => name,
      cell: ({ id, name }) => <TwoLines first={name} second={resourceGroupOf(id)} />,
    },
    {
      heading: ofDefinition.encryption,
      sort: 'encryption',
      width: [222, 1.2],
      text: ({ encryption }) => encryptions[encryption],
      cell: ({ encryption }) => <EncryptionLabel encryption={encryption} />,
    },
    {
      heading: t.set,
      sort: 'set',
      width: [190, 1.5],
      text: ({ diskEncryptionSetId: id }) => nameOf(id),
      cell: ({ diskEncryptionSetId: id }) =>
        id === undefined ? '–' : <RouteLink href={diskEncryptionSetPath(id)}>{resourceLabel(id)}</RouteLink>,
    },
    {
      heading: t.machine,
      sort: 'machine',
      width: [150, 1.2],
      text: ({ managedBy: id }) => machineName(id),
      cell: ({ managedBy: id }) =>
        // An instance of a uniform scale set has no page.
        id !== undefined && /\/providers\/Microsoft\.Compute\/virtualMachines\/[^/]+$/i.test(id) ? (
          <RouteLink href={virtualMachinePath(id)}>{resourceLabel(id)}</RouteLink>
        ) : (
          machineName(id)
        ),
    },
    {
      heading: t.version,
      sort: 'image',
      width: [150, 1.2],
      text: ({ imageVersionId: id }) => resourceLabel(id),
      cell: ({ imageVersionId: id }) =>
        id.includes('/versions/') ? (
          <RouteLink href={imageVersionPath(id)}>{resourceLabel(id)}</RouteLink>
        ) : (
          resourceLabel(id)
        ),
    },
    {
      heading: t.created,
      sort: 'timeCreated',
      width: [110, 0.8],
      goesAs: 2,
      text: ({ timeCreated }) => (timeCreated === undefined ? '–' : date(timeCreated)),
    },
    { ...region, width: [110, 1], goesAs: 1 },
  ]
}

function nameOf(id: string | undefined): string {
  return id === undefined ? '–' : resourceLabel(id)
}

// An instance has a number alone: with its scale set.
function machineName(id: string | undefined): string {
  const [, scaleSet, instance] = /\/virtualMachineScaleSets\/([^/]+)\/virtualMachines\/([^/]+)$/i.exec(id ?? '') ?? []
  return scaleSet === undefined ? nameOf(id) : `${scaleSet} ${instance}`
}
