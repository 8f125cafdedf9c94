import { Text } from '@fluentui/react-components'
import { isBlocking, type IssuePath, mergedIssues, revocationOf } from '@portal/image-version'
import {
  formatResourceId,
  parentResourceId,
  resourceNameOf,
  tryParseResourceId,
  type StoredImageVersionAnswer,
} from '@portal/portal-api'
import { earliestEndOfLife, revocationIssues, type WantedRevocation } from '@portal/version-update'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { inventoryQuery } from '../../../api/gallery-reads.ts'
import { storedImageVersionQuery } from '../../../api/image-version-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useCodeText } from '../../../i18n/answers/use-code-text.ts'
import { useRevocationTexts } from '../../../i18n/revocation/use-revocation-texts.ts'
import { failureOf } from '../../../parts/problem/failure.ts'
import { ProblemMessage } from '../../../parts/problem/ProblemMessage.tsx'
import { UsesBefore } from '../../../parts/version-uses/UsesBefore.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Message } from '../../../ui/Message.tsx'
import { DescendantList } from './DescendantList.tsx'
import { RevocationChanges } from './RevocationChanges.tsx'
import { RevocationFailure } from './RevocationFailure.tsx'
import { RevocationFields } from './RevocationFields.tsx'
import { RevocationFrame } from './RevocationFrame.tsx'
import { useRevocationSending } from './use-revocation-sending.ts'

interface RevokeDialogProps {
  id: string
  onClose: () => void
}

/** Revokes a version, or changes its revocation: what uses it and descends from it is shown first. */
export function RevokeDialog({ id, onClose }: RevokeDialogProps) {
  const t = useRevocationTexts().form
  const user = useSignedIn()
  const { data, error, refetch } = useQuery(storedImageVersionQuery(user, { id }))
  if (data !== undefined) return <RevokeForm stored={data} onClose={onClose} />
  return (
    <RevocationFrame
      title={t.title(nameOf(id))}
      confirm={t.confirm}
      onConfirm={undefined}
      isSending={false}
      onClose={onClose}
    >
      {error === null ? (
        <LoadingRows rows={6} height={32} />
      ) : (
        <ProblemMessage error={error} onRetry={() => void refetch()} />
      )}
    </RevocationFrame>
  )
}

function RevokeForm({ stored, onClose }: { stored: StoredImageVersionAnswer; onClose: () => void }) {
  const texts = useRevocationTexts()
  const t = texts.form
  const codeText = useCodeText()
  const user = useSignedIn()
  const { id } = stored.version
  const known = revocationOf(stored.version)
  const [wanted, setWanted] = useState<WantedRevocation>(() => ({
    reason: known?.reason ?? '',
    replacementId: known?.replacementId ?? '',
    endOfLifeDate: known === undefined ? earliestEndOfLife(stored.asOf) : '',
  }))
  const [left, setLeft] = useState<readonly IssuePath[]>([])
  const [isRevealed, reveal] = useState(false)
  const definition = tryParseResourceId(id)
  const parent = definition && parentResourceId(definition)
  const inventory = useQuery(inventoryQuery(user, { imageDefinitionId: parent ? formatResourceId(parent) : '' }))
  const sending = useRevocationSending(onClose)
  const request = useMemo(() => ({ stored, revocation: wanted }), [stored, wanted])
  const issues = mergedIssues(
    inventory.data === undefined
      ? []
      : revocationIssues(stored.version, wanted, { inventory: { ...inventory.data, sources: [], now: stored.asOf } }),
    sending.error === null ? [] : (failureOf(sending.error).problem?.issues ?? []),
  )
  const isShown = ({ path, severity }: (typeof issues)[number]) =>
    path.length === 0 || isRevealed || severity === 'warning' || left.some(([field]) => field === path[0])
  const shown = issues.filter(isShown)
  const whole = shown.filter(({ path, code }) => path.length === 0 && (code !== 'NothingToChange' || isRevealed))
  function confirm() {
    reveal(true)
    if (!issues.some(isBlocking)) sending.mutate(request)
  }
  const edit = (fields: Partial<WantedRevocation>) => {
    sending.reset()
    setWanted({ ...wanted, ...fields })
  }
  return (
    <RevocationFrame
      title={known === undefined ? t.title(nameOf(id)) : t.changeTitle(nameOf(id))}
      confirm={known === undefined ? t.confirm : t.save}
      onConfirm={inventory.data === undefined ? undefined : confirm}
      isSending={sending.isPending}
      onClose={onClose}
    >
      <Text>{t.intro}</Text>
      {inventory.error !== null && <ProblemMessage error={inventory.error} onRetry={() => void inventory.refetch()} />}
      {whole.map((issue) => (
        <Message key={issue.code + String(issue.params['name'])} intent={isBlocking(issue) ? 'error' : 'warning'}>
          {codeText(issue)}
        </Message>
      ))}
      {sending.error !== null && <RevocationFailure error={sending.error} />}
      <RevocationFields
        id={id}
        wanted={wanted}
        issues={shown}
        now={stored.asOf}
        onEdit={edit}
        onLeave={(path) => setLeft([...left, path])}
      />
      <UsesBefore imageVersionId={id} change="exclusion" onLeave={onClose} />
      <DescendantList imageVersionId={id} />
      <RevocationChanges request={request} />
    </RevocationFrame>
  )
}

function nameOf(id: string): string {
  const parsed = tryParseResourceId(id)
  return parsed === undefined ? id : resourceNameOf(parsed)
}
