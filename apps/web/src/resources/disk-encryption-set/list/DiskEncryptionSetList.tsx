import { KeyRegular } from '@fluentui/react-icons'
import { diskEncryptionSet } from '@portal/disk-encryption'
import { browseDiskEncryptionSets, type RequestOf } from '@portal/portal-api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { diskEncryptionSetRowsQuery } from '../../../api/disk-encryption-set-reads.ts'
import { keyHealthQuery } from '../../../api/key-health-reads.ts'
import { keyOf } from '../../../api/read.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { optionsOf } from '../../../patterns/list/FilterSelect.tsx'
import { InSubscriptions, type InSubscription } from '../../../patterns/list/InSubscriptions.tsx'
import { ResourceList } from '../../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { useListRequest } from '../../../patterns/list/use-list-request.ts'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { checkedRowsQuery, keyHealthFilters } from './checked-rows.ts'
import { SetCommands } from './SetCommands.tsx'
import { useSetColumns, type SetSort } from './use-set-columns.tsx'

const sorts = browseDiskEncryptionSets.request.shape.sort.options
const encryptionTypes = diskEncryptionSet.shape.encryptionType

/** The disk encryption sets of a subscription, or of all. */
export function DiskEncryptionSets() {
  return (
    <Panel>
      <InSubscriptions>{(chosen) => <DiskEncryptionSetList {...chosen} />}</InSubscriptions>
    </Panel>
  )
}

/**
 * The disk encryption sets of a subscription, or of all, with the health of the key behind each. By key health they are
 * those that one request can check, the worst first: Azure does not search by it.
 */
function DiskEncryptionSetList({ subscriptionId, choice }: InSubscription) {
  const texts = useBrowseTexts()
  const { states } = useWizardTexts().readiness
  const { number } = useFormats()
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const request = useListRequest<SetSort>(sorts, { sort: 'name', direction: 'asc' })
  const { search } = request
  const encryptionType = encryptionTypes.safeParse(request.filter('type')).data
  const health = keyHealthFilters.find((one) => one === request.filter('health'))
  const which: Pick<RequestOf<typeof browseDiskEncryptionSets>, 'subscriptionId' | 'encryptionType' | 'search'> = {
    subscriptionId,
    encryptionType,
    search,
  }
  const checking = keyHealthQuery(user, which)
  const checked = useQuery({ ...checking, enabled: health !== undefined }).data
  const columns = useSetColumns(health !== undefined)
  const checkedNote =
    checked &&
    (checked.sets.length < checked.total
      ? texts.sets.someChecked(number(checked.sets.length), number(checked.total))
      : texts.sets.allChecked(number(checked.total)))
  return (
    <ResourceList
      label={texts.sets.title}
      request={request}
      pageQuery={(asked) =>
        health === undefined
          ? diskEncryptionSetRowsQuery(user, { ...which, ...asked })
          : checkedRowsQuery(checking, health)
      }
      columns={columns}
      searchLabel={texts.searchSets}
      scope={choice}
      filters={{
        health: {
          label: texts.sets.health,
          value: health,
          any: texts.sets.anyHealth,
          options: optionsOf(keyHealthFilters, { ...states, attention: texts.sets.needsAttention }),
        },
        type: {
          label: texts.sets.type,
          value: encryptionType,
          any: texts.sets.anyType,
          options: optionsOf(encryptionTypes.options, texts.sets.types),
        },
      }}
      {...(checkedNote !== undefined && { note: checkedNote })}
      onRefresh={() => {
        void queryClient.invalidateQueries({ queryKey: keyOf(user, 'set-reading') })
        void queryClient.invalidateQueries({ queryKey: checking.queryKey })
      }}
      empty={{ icon: <KeyRegular />, title: texts.sets.none, advice: texts.sets.noneAdvice }}
      selection={{
        nameOf: ({ name }) => name,
        commands: (rows, clear) => <SetCommands sets={rows} onChanged={clear} />,
      }}
    />
  )
}
