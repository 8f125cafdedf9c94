import { Button, makeStyles } from '@fluentui/react-components'
import { KeyRegular, CodeRegular, DeleteRegular, LockClosedRegular } from '@fluentui/react-icons'
import { diskEncryptionSet } from '@portal/disk-encryption'
import { browseDiskEncryptionSets, type RequestOf } from '@portal/portal-api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { diskEncryptionSetRowsQuery } from '../../../api/disk-encryption-set-reads.ts'
import { keyHealthQuery } from '../../../api/key-health-reads.ts'
import { keyOf } from '../../../api/read.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { optionsOf } from '../../../patterns/list/FilterSelect.tsx'
import { inSubscriptions, type InSubscription } from '../../../patterns/list/InSubscriptions.tsx'
import { ResourceList } from '../../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { useListRequest } from '../../../patterns/list/use-list-request.ts'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { MoreMenu } from '../../../ui/MoreMenu.tsx'
import { useDiskEncryptionSetTexts } from '../texts/disk-encryption-set-texts.ts'
import { checkedRowsQuery, keyHealthFilters, type SetRow } from './checked-rows.ts'
import { useSetColumns } from './use-set-columns.tsx'

const encryptionTypes = diskEncryptionSet.shape.encryptionType

/** The disk encryption sets of a subscription, or of all. */
export const DiskEncryptionSets = inSubscriptions(DiskEncryptionSetList)

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
  const request = useListRequest(browseDiskEncryptionSets.request.shape.sort.options, 'name')
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

const SelectedSetsDialog = lazyPart(() => import('./SelectedSetsDialog.tsx').then((part) => part.SelectedSetsDialog))
const SetCodeDialog = lazyPart(() => import('./SetCodeDialog.tsx').then((part) => part.SetCodeDialog))

const useStyles = makeStyles({ oneLine: { whiteSpace: 'nowrap' } })

/** Each is read before, with what uses it. */
const mostSets = 20

interface SetCommandsProps {
  sets: readonly SetRow[]
  /** some might be deleted, or locked */
  onChanged: () => void
}

/** What can be done with several sets at once, each after a preview of what would be sent. */
function SetCommands({ sets, onChanged }: SetCommandsProps) {
  const styles = useStyles()
  const t = useDiskEncryptionSetTexts().selected
  const { number } = useFormats()
  const [open, setOpen] = useState<'delete' | 'lock' | 'code'>()
  const close = () => setOpen(undefined)
  const groups = new Set(sets.map(({ id }) => id.slice(0, id.toLowerCase().indexOf('/providers/')).toLowerCase()))
  const tooMany = sets.length > mostSets ? t.atMost(number(mostSets)) : undefined
  return (
    <>
      <Button
        icon={<DeleteRegular />}
        className={styles.oneLine}
        disabledFocusable={tooMany !== undefined}
        title={tooMany}
        onClick={() => setOpen('delete')}
      >
        {t.commands.delete}
      </Button>
      <MoreMenu
        actions={[
          { name: t.commands.lock, icon: LockClosedRegular, onSelect: () => setOpen('lock'), whyNot: tooMany },
          {
            name: t.commands.code,
            icon: CodeRegular,
            onSelect: () => setOpen('code'),
            whyNot: groups.size > 1 ? t.oneGroup : tooMany,
          },
        ]}
      />
      {open === 'code' && <SetCodeDialog ids={sets.map(({ id }) => id)} onClose={close} />}
      {(open === 'delete' || open === 'lock') && (
        <SelectedSetsDialog act={open} sets={sets} onChanged={onChanged} onClose={close} />
      )}
    </>
  )
}
