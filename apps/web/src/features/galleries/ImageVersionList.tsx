import { Select } from '@fluentui/react-components'
import { storageAccountType } from '@portal/image-version'
import { browseImageVersions, provisioningState, versionEncryption, type RequestOf } from '@portal/portal-api'
import type { ComponentProps } from 'react'
import { imageVersionRowsQuery } from '../../api/estate-queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useBrowseTexts } from '../../i18n/galleries/use-browse-texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { ResourceList } from '../../parts/resource-list/ResourceList.tsx'
import { useListRequest, type ListOrder } from '../../parts/resource-list/use-list-request.ts'
import type { EmptyState } from '../../ui/EmptyState.tsx'
import { useVersionColumns, type VersionSort } from './use-version-columns.tsx'

const sorts = browseImageVersions.request.shape.sort.options

interface Props {
  /** of one image definition, of one subscription, or of all */
  of: Pick<RequestOf<typeof browseImageVersions>, 'imageDefinitionId' | 'subscriptionId'>
  initial: ListOrder<VersionSort>
  empty: ComponentProps<typeof EmptyState>
}

/** Image versions with whose keys encrypt them; refreshed while an operation on one is in progress. */
export function ImageVersionList({ of, initial, empty }: Props) {
  const { imageVersion } = useTexts()
  const texts = useBrowseTexts()
  const user = useSignedIn()
  const request = useListRequest<VersionSort>(sorts, initial)
  const { search, sort, direction } = request
  const encryption = versionEncryption.safeParse(request.filter('encryption')).data
  const storage = storageAccountType.safeParse(request.filter('storage')).data
  const state = provisioningState.safeParse(request.filter('state')).data
  const isOfOne = of.imageDefinitionId !== undefined
  const columns = useVersionColumns(isOfOne)
  return (
    <ResourceList
      label={texts.ofDefinition.versions}
      request={request}
      pageQuery={(page) =>
        imageVersionRowsQuery(user, { ...of, encryption, storage, state, search, sort, direction, page })
      }
      columns={columns}
      searchLabel={isOfOne ? texts.search : texts.searchVersions}
      filters={{
        encryption: (
          <Select
            key="encryption"
            aria-label={texts.ofDefinition.encryption}
            value={encryption ?? ''}
            onChange={(_, { value }) => request.change({ encryption: value })}
          >
            <option value="">{texts.anyEncryption}</option>
            {versionEncryption.options.map((option) => (
              <option key={option} value={option}>
                {texts.encryptions[option]}
              </option>
            ))}
          </Select>
        ),
        storage: (
          <Select
            key="storage"
            aria-label={texts.storage}
            value={storage ?? ''}
            onChange={(_, { value }) => request.change({ storage: value })}
          >
            <option value="">{texts.anyStorage}</option>
            {storageAccountType.options.map((option) => (
              <option key={option} value={option}>
                {imageVersion.storageTypes[option]}
              </option>
            ))}
          </Select>
        ),
        state: (
          <Select
            key="state"
            aria-label={texts.ofDefinition.state}
            value={state ?? ''}
            onChange={(_, { value }) => request.change({ state: value })}
          >
            <option value="">{texts.anyState}</option>
            {provisioningState.options
              .filter((option) => option !== 'Unknown')
              .map((option) => (
                <option key={option} value={option}>
                  {imageVersion.states[option]}
                </option>
              ))}
          </Select>
        ),
      }}
      empty={empty}
    />
  )
}
