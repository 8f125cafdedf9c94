import { Field, Input, Text } from '@fluentui/react-components'
import { diskEncryptionSetApiVersion } from '@portal/disk-encryption'
import { lockApiVersion, longestLockNotes, portalLockName } from '@portal/gallery'
import { deleteDiskEncryptionSet, setResourceLock } from '@portal/portal-api'
import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { diskEncryptionSetQuery, diskEncryptionSetUsesQuery } from '../../../api/disk-encryption-set-reads.ts'
import { resourceLocksQuery } from '../../../api/gallery-reads.ts'
import { call } from '../../../api/portal-client.ts'
import { useMakeStale } from '../../../api/use-write.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { useChangeRun } from '../../../patterns/change/change-run.tsx'
import { ChangeDialog } from '../../../patterns/change/ChangeDialog.tsx'
import { CodeDisclosure } from '../../../patterns/code/CodeDisclosure.tsx'
import { TwoLines } from '../../../patterns/list/TwoLines.tsx'
import { useLockNames } from '../../../patterns/protection/protection-texts.ts'
import { resourceGroupOf } from '../../../patterns/resource/resource-names.ts'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { StateLabel } from '../../../ui/StateLabel.tsx'
import { DeletedVersionsNearSet } from '../page/DeletedVersionsNearSet.tsx'
import { useDiskEncryptionSetTexts } from '../texts/disk-encryption-set-texts.ts'
import type { SetRow } from './checked-rows.ts'
import { whyNotDeleted, whyNotLocked, type SkippedReason } from './skipped-set.ts'

interface SelectedSetsDialogProps {
  act: 'delete' | 'lock'
  sets: readonly SetRow[]
  onClose: () => void
  /** called before, if some might be deleted or locked */
  onChanged: () => void
}

/** Which of the sets are deleted or locked, and why the others are kept; then what has become of each. */
export function SelectedSetsDialog({ act, sets, onClose, onChanged }: SelectedSetsDialogProps) {
  const t = useDiskEncryptionSetTexts().selected
  const { number } = useFormats()
  const makeStale = useMakeStale()
  const { resourceManager } = useSignedIn().configuration.cloud
  const [notes, setNotes] = useState('')
  const isDeletion = act === 'delete'
  const lock = { level: 'CanNotDelete' as const, notes: notes.trim() }
  const run = useChangeRun(({ id }: SetRow) =>
    isDeletion ? call(deleteDiskEncryptionSet, { id }) : call(setResourceLock, { id, ...lock }),
  )
  const { reasons, isReading } = useReasons(act, sets)
  const isKept = ({ id }: SetRow) => !run.turns.has(id) && reasons.get(id) !== undefined
  const going = sets.filter((set) => !isKept(set))
  const { isBegun } = run
  const count = number(going.length)
  const close = () => {
    // Those that are sent end; then it can be closed.
    if (run.isRunning) return run.stop()
    if (isBegun) {
      void makeStale(isDeletion ? 'deleteDiskEncryptionSet' : 'changeLocks')
      onChanged()
    }
    onClose()
  }
  const requests = going.map(({ id }) =>
    isDeletion
      ? `DELETE ${resourceManager}${id}?api-version=${diskEncryptionSetApiVersion}`
      : `PUT ${resourceManager}${id}/providers/Microsoft.Authorization/locks/${portalLockName(lock.level)}?api-version=${lockApiVersion}\n\n${JSON.stringify({ properties: { level: lock.level, ...(lock.notes !== '' && { notes: lock.notes }) } }, null, 2)}`,
  )
  return (
    <ChangeDialog
      title={t.titles[act]}
      size="large"
      confirm={t.confirm[act](count)}
      onConfirm={isReading || going.length === 0 ? undefined : () => run.start(going)}
      isPossible={isReading || run.isRunning || (going.length > 0 && !isBegun)}
      write={{ isPending: run.isRunning, error: null }}
      deletes={
        isDeletion &&
        !isBegun &&
        !isReading && { name: String(going.length), label: t.type(count), mismatch: t.mismatch(count) }
      }
      onClose={close}
    >
      {isReading ? (
        <LoadingRows rows={sets.length + 1} height={48} />
      ) : (
        <>
          <Text role="status">
            {isBegun
              ? t.progress(number(run.ended), count)
              : `${t.affected(count)} · ${t.kept(number(sets.length - going.length))}`}
          </Text>
          <DataTable
            label={t.preview}
            rows={[...sets]}
            rowKey={({ id }) => id}
            columns={[
              { heading: t.set, cell: ({ id, name }) => <TwoLines first={name} second={resourceGroupOf(id)} /> },
              {
                heading: t.result,
                width: '60%',
                cell: (set) => {
                  const unsent = isBegun && !isKept(set) ? 'waiting' : undefined
                  const state = run.turns.get(set.id)?.state ?? unsent
                  return <Result act={act} state={state} reason={reasons.get(set.id)} />
                },
              },
            ]}
            below={run.failureOf}
          />
          {!isBegun && going.length > 0 && (
            <>
              {isDeletion && <Text>{t.nothing}</Text>}
              {isDeletion &&
                oneOfEachSubscription(going).map(({ id }) => (
                  <DeletedVersionsNearSet key={id} setId={id} loses="set" />
                ))}
              {!isDeletion && (
                <Field label={t.notes}>
                  <Input value={notes} maxLength={longestLockNotes} onChange={(_, { value }) => setNotes(value)} />
                </Field>
              )}
              <CodeDisclosure summary={t.requests}>
                <CodeBlock code={requests.join('\n\n')} label={t.requests} copyLabel={t.copyRequests} />
              </CodeDisclosure>
            </>
          )}
        </>
      )}
    </ChangeDialog>
  )
}

/** Why each set is kept, by its ID, as of the opening of the dialog; the server checks again before each request. */
function useReasons(act: SelectedSetsDialogProps['act'], sets: readonly SetRow[]) {
  const user = useSignedIn()
  const isDeletion = act === 'delete'
  const ofDeletion = isDeletion ? sets : []
  const locks = useQueries({ queries: sets.map(({ id }) => resourceLocksQuery(user, { id })) })
  const uses = useQueries({ queries: ofDeletion.map(({ id }) => diskEncryptionSetUsesQuery(user, { id })) })
  const details = useQueries({ queries: ofDeletion.map(({ id }) => diskEncryptionSetQuery(user, { id })) })
  const reasons = new Map<string, SkippedReason | undefined>(
    sets.map(({ id }, at) => {
      const read = { uses: known(uses[at]), mayDelete: known(details[at])?.mayDelete, locks: known(locks[at]) }
      return [id, isDeletion ? whyNotDeleted({ id, ...read }) : whyNotLocked({ id, ...read })]
    }),
  )
  return { reasons, isReading: [...locks, ...uses, ...details].some((read) => !read.isFetchedAfterMount) }
}

// What an earlier read has left is not known now.
function known<Data>(read: UseQueryResult<Data> | undefined): Data | undefined {
  return read?.isError === false ? read.data : undefined
}

// A recycle bin is read with its subscription.
function oneOfEachSubscription(sets: readonly SetRow[]): SetRow[] {
  return [...new Map(sets.map((set) => [set.id.split('/')[2]?.toLowerCase(), set])).values()]
}

interface ResultProps {
  act: SelectedSetsDialogProps['act']
  state: 'waiting' | 'running' | 'done' | 'failed' | undefined
  reason: SkippedReason | undefined
}

function Result({ act, state, reason }: ResultProps) {
  const { selected: t, delete: one } = useDiskEncryptionSetTexts()
  const { number, list } = useFormats()
  const { scopeNameOf } = useLockNames()
  if (state !== undefined) return <StateLabel look={state}>{t.states[state]}</StateLabel>
  if (reason === undefined) return <StateLabel look="waiting">{t.going[act]}</StateLabel>
  const why = () => {
    switch (reason.code) {
      case 'InUse':
        return [
          t.inUse,
          reason.imageVersions > 0 && one.versionsUse(number(reason.imageVersions)),
          reason.resources > 0 && one.resourcesUse(number(reason.resources)),
        ]
          .filter(Boolean)
          .join(' ')
      case 'DeletionLocked':
        return t.lockOn(list(reason.scopes.map(scopeNameOf)))
      case 'Forbidden':
        return t.forbidden(reason.action)
      case 'Locked':
        return t.locked
      case 'Unread':
        return t.unread
    }
  }
  return (
    <>
      <StateLabel look="note">{t.stays}</StateLabel>
      <Text block>{why()}</Text>
    </>
  )
}
