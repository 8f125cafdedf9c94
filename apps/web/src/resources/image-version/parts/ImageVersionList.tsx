import { storageAccountType } from '@portal/image-version'
import { browseImageVersions, provisioningState, versionEncryption, type RequestOf } from '@portal/portal-api'
import type { ComponentProps, ReactNode } from 'react'
import { imageVersionRowsQuery } from '../../../api/image-version-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useTexts } from '../../../i18n/language.ts'
import { useImageFilterTexts } from '../../../patterns/image-filters/image-filters-texts.ts'
import { useImageFilters } from '../../../patterns/image-filters/use-image-filters.ts'
import { optionsOf } from '../../../patterns/list/FilterSelect.tsx'
import { ResourceList } from '../../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { useListRequest, type ListOrder } from '../../../patterns/list/use-list-request.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import type { EmptyState } from '../../../ui/EmptyState.tsx'
import { SelectionCommands } from './SelectionCommands.tsx'
import { useVersionColumns, type VersionSort } from './use-version-columns.tsx'

const sorts = browseImageVersions.request.shape.sort.options

interface Props {
  /** of one image definition, of one subscription, or of all */
  of: Pick<RequestOf<typeof browseImageVersions>, 'imageDefinitionId' | 'subscriptionId'>
  /** the choice of a subscription, if it can be of several */
  scope?: ReactNode
  initial: ListOrder<VersionSort>
  empty: ComponentProps<typeof EmptyState>
}

/** Image versions with whose keys encrypt them; refreshed while an operation on one is in progress. */
export function ImageVersionList({ of, scope, initial, empty }: Props) {
  const { imageVersion } = useTexts()
  const texts = useBrowseTexts()
  const user = useSignedIn()
  const request = useListRequest<VersionSort>(sorts, initial)
  const encryption = versionEncryption.safeParse(request.filter('encryption')).data
  const storage = storageAccountType.safeParse(request.filter('storage')).data
  const state = provisioningState.safeParse(request.filter('state')).data
  const { sourceRegion } = useImageFilterTexts()
  const image = useImageFilters(request, { region: sourceRegion })
  const isOfOne = of.imageDefinitionId !== undefined
  const columns = useVersionColumns(isOfOne)
  return (
    <ResourceList
      label={texts.ofDefinition.versions}
      request={request}
      pageQuery={(asked) =>
        imageVersionRowsQuery(user, { ...of, ...image.narrowed, encryption, storage, state, ...asked })
      }
      columns={columns}
      searchLabel={isOfOne ? texts.search : texts.searchVersions}
      scope={scope}
      filters={{
        encryption: {
          label: texts.ofDefinition.encryption,
          value: encryption,
          any: texts.anyEncryption,
          options: optionsOf(versionEncryption.options, texts.encryptions),
        },
        storage: {
          label: texts.storage,
          value: storage,
          any: texts.anyStorage,
          options: optionsOf(storageAccountType.options, imageVersion.storageTypes),
        },
        state: {
          label: texts.ofDefinition.state,
          value: state,
          any: texts.anyState,
          options: optionsOf(
            provisioningState.options.filter((option) => option !== 'Unknown'),
            imageVersion.states,
          ),
        },
        ...image.filters,
      }}
      empty={empty}
      selection={{ nameOf: ({ id }) => resourceLabel(id), commands: (rows) => <SelectionCommands rows={rows} /> }}
    />
  )
}
