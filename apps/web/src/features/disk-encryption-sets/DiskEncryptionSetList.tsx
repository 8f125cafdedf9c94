import { Select } from '@fluentui/react-components'
import { KeyRegular } from '@fluentui/react-icons'
import { diskEncryptionSet } from '@portal/image-version'
import {
  browseDiskEncryptionSets,
  provisioningState,
  type DiskEncryptionSetRow,
  type RequestOf,
} from '@portal/portal-api'
import { diskEncryptionSetRowsQuery } from '../../api/estate-queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useBrowseTexts } from '../../i18n/galleries/use-browse-texts.ts'
import { useTexts } from '../../i18n/language.ts'
import type { ListColumns } from '../../parts/resource-list/list-column.ts'
import { ResourceList } from '../../parts/resource-list/ResourceList.tsx'
import { useListRequest } from '../../parts/resource-list/use-list-request.ts'
import { ProvisioningStateLabel } from '../../parts/resource/ProvisioningStateLabel.tsx'
import { regionDisplayName } from '../../parts/resource/region-display-name.ts'
import { resourceGroupOf } from '../../parts/resource/resource-names.ts'
import { diskEncryptionSetPath } from '../../paths.ts'
import { RouteLink } from '../../ui/RouteLink.tsx'

const sorts = browseDiskEncryptionSets.request.shape.sort.options
type Sort = RequestOf<typeof browseDiskEncryptionSets>['sort']
const encryptionTypes = diskEncryptionSet.shape.encryptionType

/** The disk encryption sets of a subscription, or of all, with the key behind each. */
export function DiskEncryptionSetList({ subscriptionId }: { subscriptionId: string | undefined }) {
  const { galleries } = useTexts()
  const texts = useBrowseTexts()
  const user = useSignedIn()
  const request = useListRequest<Sort>(sorts, { sort: 'name', direction: 'asc' })
  const { search, sort, direction } = request
  const encryptionType = encryptionTypes.safeParse(request.filter('type')).data
  const columns: ListColumns<DiskEncryptionSetRow, Sort> = [
    {
      heading: galleries.name,
      sort: 'name',
      width: 'minmax(200px, 2fr)',
      cell: ({ id, name }) => <RouteLink href={diskEncryptionSetPath(id)}>{name}</RouteLink>,
    },
    {
      heading: texts.sets.type,
      sort: 'encryptionType',
      width: 'minmax(185px, 1.5fr)',
      cell: (set) => {
        const type = encryptionTypes.safeParse(set.encryptionType)
        return type.success ? texts.sets.types[type.data] : set.encryptionType
      },
    },
    {
      heading: texts.sets.key,
      sort: 'key',
      width: 'minmax(200px, 2fr)',
      cell: ({ keyVaultName, keyName }) => `${keyVaultName} / ${keyName}`,
    },
    {
      heading: texts.sets.rotation,
      sort: 'rotation',
      width: 'minmax(190px, 1fr)',
      cell: ({ rotationToLatestKeyVersionEnabled: isAutomatic }) =>
        texts.sets.rotations[isAutomatic ? 'automatic' : 'manual'],
    },
    {
      heading: galleries.region,
      sort: 'location',
      width: 'minmax(120px, 1fr)',
      cell: ({ location }) => regionDisplayName(location),
    },
    { heading: galleries.resourceGroup, width: 'minmax(140px, 1fr)', cell: ({ id }) => resourceGroupOf(id) },
    {
      heading: texts.ofDefinition.state,
      width: 'minmax(122px, 1fr)',
      cell: (set) => {
        const state = provisioningState.safeParse(set.provisioningState)
        return state.success ? <ProvisioningStateLabel state={state.data} /> : set.provisioningState
      },
    },
  ]
  return (
    <ResourceList
      label={texts.sets.title}
      request={request}
      pageQuery={(page) =>
        diskEncryptionSetRowsQuery(user, { subscriptionId, encryptionType, search, sort, direction, page })
      }
      columns={columns}
      searchLabel={texts.searchSets}
      filters={{
        type: (
          <Select
            key="type"
            aria-label={texts.sets.type}
            value={encryptionType ?? ''}
            onChange={(_, { value }) => request.change({ type: value })}
          >
            <option value="">{texts.sets.anyType}</option>
            {encryptionTypes.options.map((option) => (
              <option key={option} value={option}>
                {texts.sets.types[option]}
              </option>
            ))}
          </Select>
        ),
      }}
      empty={{ icon: <KeyRegular />, title: texts.sets.none, advice: texts.sets.noneAdvice }}
    />
  )
}
