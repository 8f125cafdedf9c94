import { Text } from '@fluentui/react-components'
import { isBlocking } from '@portal/image-version'
import {
  formatResourceId,
  parentResourceId,
  resourceNameOf,
  tryParseResourceId,
  type StoredImageVersionAnswer,
} from '@portal/portal-api'
import { undoIssues } from '@portal/version-update'
import { useMemo } from 'react'
import { inventoryQuery } from '../../../../api/gallery-reads.ts'
import { storedImageVersionQuery } from '../../../../api/image-version-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useWrite } from '../../../../api/use-write.ts'
import { useCodeText } from '../../../../i18n/answers/use-code-text.ts'
import { ChangeDialog } from '../../../../patterns/change/ChangeDialog.tsx'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { LocksBefore } from '../../../../patterns/protection/LocksBefore.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { useRevocationTexts } from '../../texts/revocation-texts.ts'
import { RevocationChanges } from './RevocationChanges.tsx'
import { sentRevocation, type RevocationRequest } from './sent-revocation.ts'

/** Undoes a revocation, after the differences are shown. */
export function UndoDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useRevocationTexts().undoing
  const codeText = useCodeText()
  const parsed = tryParseResourceId(id)
  const parent = parsed && parentResourceId(parsed)
  const stored = useRead(storedImageVersionQuery, { id })
  const inventory = useRead(inventoryQuery, { imageDefinitionId: parent ? formatResourceId(parent) : '' })
  const failed = [stored, inventory].find(({ error }) => error !== null)
  const sending = useWrite('revoke', { send: (asked: RevocationRequest) => sentRevocation(asked), onDone: onClose })
  const issues =
    stored.data && inventory.data
      ? undoIssues(stored.data.version, { ...inventory.data, sources: [], now: stored.data.asOf })
      : undefined
  const send = (answer: StoredImageVersionAnswer) => sending.mutate({ stored: answer, revocation: undefined })
  const { data } = stored
  const isReady = data !== undefined && issues !== undefined && !issues.some(isBlocking)
  return (
    <ChangeDialog
      title={t.title(parsed === undefined ? id : resourceNameOf(parsed))}
      confirm={t.confirm}
      onConfirm={isReady ? () => send(data) : undefined}
      write={sending}
      onClose={onClose}
    >
      <Text>{t.intro}</Text>
      <LocksBefore versionIds={[id]} />
      {failed && <ProblemMessage error={failed.error} onRetry={() => void failed.refetch()} />}
      {issues === undefined && !failed && <LoadingRows rows={4} height={32} />}
      {issues?.map((issue) => (
        <Message key={issue.code + String(issue.params['name'])} intent={isBlocking(issue) ? 'error' : 'warning'}>
          {codeText(issue)}
        </Message>
      ))}
      {data && issues && <UndoChanges stored={data} />}
    </ChangeDialog>
  )
}

function UndoChanges({ stored }: { stored: StoredImageVersionAnswer }) {
  const request = useMemo(() => ({ stored, revocation: undefined }), [stored])
  return <RevocationChanges request={request} />
}
