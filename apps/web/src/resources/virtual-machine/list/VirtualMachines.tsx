import { DesktopRegular } from '@fluentui/react-icons'
import { browseVirtualMachines, machineEncryption } from '@portal/portal-api'
import { useState } from 'react'
import { virtualMachineRowsQuery } from '../../../api/virtual-machine-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useImageFilterTexts } from '../../../patterns/image-filters/image-filters-texts.ts'
import { useImageFilters } from '../../../patterns/image-filters/use-image-filters.ts'
import { optionsOf } from '../../../patterns/list/FilterSelect.tsx'
import { InSubscriptions, type InSubscription } from '../../../patterns/list/InSubscriptions.tsx'
import { ResourceList } from '../../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { useListRequest } from '../../../patterns/list/use-list-request.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { useMachineColumns, type MachineSort } from './use-machine-columns.tsx'

/** The virtual machines of a subscription, or of all. */
export function VirtualMachines() {
  return (
    <Panel>
      <InSubscriptions>{(chosen) => <VirtualMachineList {...chosen} />}</InSubscriptions>
    </Panel>
  )
}

const sorts = browseVirtualMachines.request.shape.sort.options

/** The virtual machines of a subscription, or of all, with whose keys encrypt their disks. */
function VirtualMachineList({ subscriptionId, choice }: InSubscription) {
  const texts = useBrowseTexts()
  const user = useSignedIn()
  const request = useListRequest<MachineSort>(sorts, { sort: 'name', direction: 'asc' })
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
