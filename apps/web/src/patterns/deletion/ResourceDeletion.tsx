import { Text, makeStyles, tokens } from '@fluentui/react-components'
import {
  deletionGuards,
  isDeletionBlocked,
  isSoftDeleted,
  type DeletionFacts,
  restorableUntil,
  type DeletionGuard,
} from '@portal/gallery'
import { deleteGalleryResource, resourceNameOf, resourceType, tryParseResourceId } from '@portal/portal-api'
import { useLocation } from 'wouter'
import { deletionQuery } from '../../api/gallery-reads.ts'
import { call } from '../../api/portal-client.ts'
import { useRead } from '../../api/use-read.ts'
import { useWrite } from '../../api/use-write.ts'
import { useFormats } from '../../i18n/formats.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Message } from '../../ui/Message.tsx'
import { ChangeDialog } from '../change/ChangeDialog.tsx'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'
import { useLockNames } from '../protection/protection-texts.ts'
import { UsesBefore } from '../usage/UsesBefore.tsx'
import type { DeletedResource, ResourceKind } from './deleted-resource.ts'
import { useDeletionTexts } from './use-deletion-texts.ts'

/**
 * Deletes a gallery, an image definition or a version. Shows what is deleted, whether it can be undone, and what
 * prevents it; a permanent deletion is confirmed by name.
 */
export function ResourceDeletion({ id, kind, parentPath, onClose }: DeletedResource & { onClose: () => void }) {
  const t = useDeletionTexts()
  const [, navigate] = useLocation()
  const found = useRead(deletionQuery, { id })
  const deleting = useWrite('changeGallery', {
    send: () => call(deleteGalleryResource, { id }),
    onFresh: () => navigate(parentPath),
  })
  const parsed = tryParseResourceId(id)
  const name = parsed ? resourceNameOf(parsed) : ''
  const action = parsed ? `${resourceType(parsed)}/delete` : ''
  const { data } = found
  const guards = data ? deletionGuards(data.facts) : []
  const isUndoable = data !== undefined && isSoftDeleted(data.facts)
  const isPossible = data !== undefined && data.permission !== 'forbidden' && !isDeletionBlocked(guards)
  return (
    <ChangeDialog
      title={t.titles[kind](name)}
      size="small"
      confirm={t.delete}
      onConfirm={isPossible ? () => deleting.mutate() : undefined}
      isPossible={isPossible || found.isPending}
      write={deleting}
      deletes={kind !== 'version' || isUndoable || { name }}
      onClose={onClose}
    >
      {found.isPending && <LoadingRows rows={3} />}
      {found.isError && <ProblemMessage error={found.error} onRetry={() => void found.refetch()} />}
      {data?.permission === 'forbidden' && <Text>{t.forbidden(action)}</Text>}
      {data && <DeletionGuards kind={kind} facts={data.facts} guards={guards} />}
      {kind === 'version' && isPossible && <UsesBefore imageVersionId={id} change="deletion" onLeave={onClose} />}
      {isPossible && (isUndoable ? <UndoUntil facts={data.facts} /> : <Text>{t.whatGoes[kind]}</Text>)}
    </ChangeDialog>
  )
}

/** Until when the deletion of a version can be undone. */
function UndoUntil({ facts }: { facts: DeletionFacts }) {
  const t = useDeletionTexts()
  const { dateTime } = useFormats()
  const until = restorableUntil(facts)
  return <Text>{until === undefined ? t.toRecycleBinForNow : t.toRecycleBin(dateTime(until))}</Text>
}

const useStyles = makeStyles({
  body: { whiteSpace: 'normal', paddingBottom: tokens.spacingVerticalS },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL },
})

const namesShown = 3

interface Props {
  kind: ResourceKind
  facts: DeletionFacts
  guards: DeletionGuard[]
}

/** What prevents a deletion, and what to do about each; nothing if nothing does. */
function DeletionGuards({ kind, facts, guards }: Props) {
  const styles = useStyles()
  const t = useDeletionTexts()
  const { date, list } = useFormats()
  const { scopeNameOf } = useLockNames()
  if (guards.length === 0) return null
  const isBlocked = isDeletionBlocked(guards)
  const { childNames, deletedVersionNames, endOfLifeDate = '', locks } = facts
  const namesOf: Partial<Record<DeletionGuard, string[]>> = {
    DeletedVersions: deletedVersionNames,
    Locked: [...new Set(locks.map(({ scope }) => scopeNameOf(scope)))],
  }
  const some = (names: string[]) =>
    list([...names.slice(0, namesShown), ...(names.length > namesShown ? [t.andMore] : [])])
  return (
    <Message
      intent={isBlocked ? 'warning' : 'info'}
      title={isBlocked ? t.notYet : undefined}
      body={{ className: styles.body }}
    >
      <ul className={styles.list}>
        {guards.map((guard) => (
          <li key={guard}>{t.guards[guard](kind, some(namesOf[guard] ?? childNames), date(endOfLifeDate))}</li>
        ))}
      </ul>
    </Message>
  )
}
