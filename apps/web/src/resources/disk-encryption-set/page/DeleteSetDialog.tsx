import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { DiskEncryptionSet } from '@portal/disk-encryption'
import { deleteDiskEncryptionSet, type DiskEncryptionSetUses, type Permission } from '@portal/portal-api'
import { diskEncryptionSetUsesQuery } from '../../../api/disk-encryption-set-reads.ts'
import { call } from '../../../api/portal-client.ts'
import { useRead } from '../../../api/use-read.ts'
import { useWrite } from '../../../api/use-write.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { ChangeDialog } from '../../../patterns/change/ChangeDialog.tsx'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Message } from '../../../ui/Message.tsx'
import { useDiskEncryptionSetTexts } from '../texts/disk-encryption-set-texts.ts'
import { DeletedVersionsNearSet } from './DeletedVersionsNearSet.tsx'
import { ForbiddenChange } from './ForbiddenChange.tsx'

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
})

/** As many as a dialog has room for; the page lists all. */
const namesShown = 8

interface DeleteSetDialogProps {
  set: DiskEncryptionSet
  mayDelete: Permission
  onClose: () => void
  onDeleted: () => void
}

/** Asks for the name of an unused set; otherwise shows what uses it. */
export function DeleteSetDialog({ set, mayDelete, onClose, onDeleted }: DeleteSetDialogProps) {
  const t = useDiskEncryptionSetTexts().delete
  const uses = useRead(diskEncryptionSetUsesQuery, { id: set.id })
  const deletion = useWrite('deleteDiskEncryptionSet', {
    send: () => call(deleteDiskEncryptionSet, { id: set.id }),
    onDone: onDeleted,
  })
  const isUnused = uses.data?.imageVersions.length === 0 && uses.data.resources.length === 0
  const isAsking = isUnused && mayDelete !== 'forbidden'
  return (
    <ChangeDialog
      title={t.title(set.name)}
      size="small"
      confirm={t.delete}
      onConfirm={isAsking ? () => deletion.mutate() : undefined}
      isPossible={isAsking || uses.isPending}
      write={deletion}
      deletes={!isAsking || { name: set.name }}
      onClose={onClose}
    >
      {uses.isPending && <LoadingRows rows={3} />}
      {uses.isError && <ProblemMessage error={uses.error} onRetry={() => void uses.refetch()} />}
      {uses.data && !isUnused && <InUse uses={uses.data} />}
      {isUnused && mayDelete === 'forbidden' && <ForbiddenChange set={set} what="delete" />}
      {isAsking && <Text>{t.nothing}</Text>}
      {isAsking && <DeletedVersionsNearSet setId={set.id} loses="set" />}
    </ChangeDialog>
  )
}

function InUse({ uses: { imageVersions, resources } }: { uses: DiskEncryptionSetUses }) {
  const styles = useStyles()
  const t = useDiskEncryptionSetTexts().delete
  const { number } = useFormats()
  const [versions, others] = [imageVersions.length, resources.length]
  const ids = [...imageVersions.map(({ id }) => id), ...resources]
  const left = ids.length - namesShown
  return (
    <>
      <Message intent="warning" title={t.inUse}>
        {versions > 0 && t.versionsUse(number(versions))} {others > 0 && t.resourcesUse(number(others))}
        <ul className={styles.list}>
          {ids.slice(0, namesShown).map((id) => (
            <li key={id}>{resourceLabel(id)}</li>
          ))}
          {left > 0 && <li>{t.andMore(number(left))}</li>}
        </ul>
      </Message>
      {versions > 0 && <Text>{t.versionsText}</Text>}
    </>
  )
}
