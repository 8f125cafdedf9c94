import { HardDriveRegular } from '@fluentui/react-icons'
import { browseDisks, diskEncryption } from '@portal/portal-api'
import { diskRowsQuery } from '../../../api/virtual-machine-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useImageFilterTexts } from '../../../patterns/image-filters/image-filters-texts.ts'
import { useImageFilters } from '../../../patterns/image-filters/use-image-filters.ts'
import { optionsOf } from '../../../patterns/list/FilterSelect.tsx'
import { InSubscriptions, type InSubscription } from '../../../patterns/list/InSubscriptions.tsx'
import { ResourceList } from '../../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { useListRequest } from '../../../patterns/list/use-list-request.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { useDiskListTexts } from './disk-list-texts.ts'
import { useDiskColumns, type DiskSort } from './use-disk-columns.tsx'

/** The disks from image versions, of a subscription or of all: what the posture counts. */
export function Disks() {
  return (
    <Panel>
      <InSubscriptions>{(chosen) => <DiskList {...chosen} />}</InSubscriptions>
    </Panel>
  )
}

const sorts = browseDisks.request.shape.sort.options

/** The disks of a subscription, or of all, that were created from image versions, with whose keys encrypt them. */
function DiskList({ subscriptionId, choice }: InSubscription) {
  const t = useDiskListTexts()
  const texts = useBrowseTexts()
  const user = useSignedIn()
  const request = useListRequest<DiskSort>(sorts, { sort: 'name', direction: 'asc' })
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
