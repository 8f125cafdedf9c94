import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components'
import type { DiskEncryptionSet } from '@portal/image-version'
import { deleteDiskEncryptionSet, type DiskEncryptionSetUses, type Permission } from '@portal/portal-api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { diskEncryptionSetQuery, diskEncryptionSetUsesQuery } from '../../api/disk-encryption-set-queries.ts'
import { call } from '../../api/portal-client.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useDiskEncryptionSetTexts } from '../../i18n/use-disk-encryption-set-texts.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { ProblemMessage } from '../../ui/ProblemMessage.tsx'
import { ForbiddenChange } from './ForbiddenChange.tsx'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
})

interface DeleteSetDialogProps {
  set: DiskEncryptionSet
  mayDelete: Permission
  onClose: () => void
  onDeleted: () => void
}

/** Asks for the name of a set that nothing uses; says of another what uses it. */
export function DeleteSetDialog({ set, mayDelete, onClose, onDeleted }: DeleteSetDialogProps) {
  const styles = useStyles()
  const t = useDiskEncryptionSetTexts().delete
  const { account, configuration } = useSignedIn()
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState('')
  const [hasTried, setTried] = useState(false)
  const uses = useQuery(diskEncryptionSetUsesQuery(account.key, set.id))
  const deletion = useMutation({
    mutationFn: () => call(deleteDiskEncryptionSet, { id: set.id }),
    onSuccess: onDeleted,
    onSettled: () => {
      const { queryKey } = diskEncryptionSetQuery(account.key, set.id, configuration.replicationPollMs)
      void queryClient.invalidateQueries({ queryKey })
      void queryClient.invalidateQueries({ queryKey: diskEncryptionSetUsesQuery(account.key, set.id).queryKey })
    },
  })
  const isUnused = uses.data?.imageVersions.length === 0 && uses.data.resources.length === 0
  const isAsking = isUnused && mayDelete !== 'forbidden'
  const confirm = () => {
    setTried(true)
    if (typed.trim() === set.name && !deletion.isPending) deletion.mutate()
  }
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.title(set.name)}</DialogTitle>
          <DialogContent className={styles.content}>
            {uses.isPending && <LoadingRows rows={3} />}
            {uses.isError && <ProblemMessage error={uses.error} onRetry={() => void uses.refetch()} />}
            {uses.data && !isUnused && <InUse uses={uses.data} />}
            {isUnused && mayDelete === 'forbidden' && <ForbiddenChange set={set} what="delete" />}
            {isAsking && (
              <>
                <Text>{t.nothing}</Text>
                <Field
                  label={t.confirm(set.name)}
                  {...(hasTried && typed.trim() !== set.name && { validationMessage: t.mismatch })}
                >
                  <Input value={typed} spellCheck={false} onChange={(_, { value }) => setTyped(value)} />
                </Field>
              </>
            )}
            {deletion.error !== null && <ProblemMessage error={deletion.error} />}
          </DialogContent>
          <DialogActions>
            {isAsking && (
              <Button appearance="primary" disabledFocusable={deletion.isPending} onClick={confirm}>
                {t.delete}
              </Button>
            )}
            <Button onClick={onClose}>{t.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function InUse({ uses: { imageVersions, resources } }: { uses: DiskEncryptionSetUses }) {
  const t = useDiskEncryptionSetTexts().delete
  const { number } = useFormats()
  const [versions, others] = [imageVersions.length, resources.length]
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t.inUse}</MessageBarTitle>
          {versions > 0 && t.versionsUse(versions, number(versions))}{' '}
          {others > 0 && t.resourcesUse(others, number(others))}
        </MessageBarBody>
      </MessageBar>
      {versions > 0 && <Text>{t.versionsText}</Text>}
    </>
  )
}
