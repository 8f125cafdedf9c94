import { Text } from '@fluentui/react-components'
import { deploymentOfSets } from '@portal/code'
import { useQueries } from '@tanstack/react-query'
import { diskEncryptionSetQuery } from '../../../api/disk-encryption-set-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { Code } from '../../../patterns/code/Code.tsx'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { CloseButton, Dialog } from '../../../ui/dialog/Dialog.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Message } from '../../../ui/Message.tsx'
import { useDiskEncryptionSetTexts } from '../texts/disk-encryption-set-texts.ts'

/** Sets of one resource group as code, each as Azure has it now. */
export function SetCodeDialog({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const t = useDiskEncryptionSetTexts().selected
  const user = useSignedIn()
  const read = useQueries({ queries: ids.map((id) => diskEncryptionSetQuery(user, { id })) })
  const failed = read.find(({ error }) => error !== null)
  const sets = read.flatMap(({ data }) => data ?? [])
  return (
    <Dialog title={t.code.title} size="medium" onClose={onClose} actions={<CloseButton onClick={onClose} />}>
      <Text>{t.code.intro}</Text>
      <Message intent="warning">{t.code.keyVersion}</Message>
      {failed !== undefined && <ProblemMessage error={failed.error} onRetry={() => void failed.refetch()} />}
      {sets.length < ids.length ? <LoadingRows rows={6} height={32} /> : <Code deployment={deploymentOfSets(sets)} />}
    </Dialog>
  )
}
