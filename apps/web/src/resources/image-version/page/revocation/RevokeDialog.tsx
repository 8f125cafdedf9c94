import { Checkbox, Text, makeStyles, tokens } from '@fluentui/react-components'
import { imageVersionApiVersion, isBlocking, type IssuePath, mergedIssues, revocationOf } from '@portal/image-version'
import {
  formatResourceId,
  mostDescendantsRevoked,
  parentResourceId,
  resourceNameOf,
  tryParseResourceId,
  type StoredImageVersionAnswer,
} from '@portal/portal-api'
import { earliestEndOfLife, revocationIssues, type WantedRevocation } from '@portal/version-update'
import { useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { inventoryQuery } from '../../../../api/gallery-reads.ts'
import { storedImageVersionQuery, descendantsQuery } from '../../../../api/image-version-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useWrite } from '../../../../api/use-write.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useCodeText } from '../../../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { Change } from '../../../../patterns/change/ChangeDialog.tsx'
import { ExactRequests } from '../../../../patterns/change/ExactRequests.tsx'
import { failureOf } from '../../../../patterns/problem/failure.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { LocksBefore } from '../../../../patterns/protection/LocksBefore.tsx'
import { isOfOtherGroup, resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { UsesBefore } from '../../../../patterns/usage/UsesBefore.tsx'
import { DialogFrame } from '../../../../ui/dialog/Dialog.tsx'
import { Heading } from '../../../../ui/Heading.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Quiet } from '../../../../ui/Quiet.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useRevocationTexts } from '../../texts/revocation-texts.ts'
import { RevocationChanges } from './RevocationChanges.tsx'
import { RevocationFields } from './RevocationFields.tsx'
import { revocationBody, sentRevocation, type RevocationRequest } from './sent-revocation.ts'

/** Revokes a version, or changes its revocation: what uses it and descends from it is shown first. */
export function RevokeDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useRevocationTexts().form
  const { data, error, refetch } = useRead(storedImageVersionQuery, { id })
  const isRevoked = data !== undefined && revocationOf(data.version) !== undefined
  return (
    <DialogFrame title={isRevoked ? t.changeTitle(nameOf(id)) : t.title(nameOf(id))} size="medium" onClose={onClose}>
      {data === undefined ? (
        <Change confirm={t.confirm} onConfirm={undefined} onClose={onClose}>
          {error === null ? (
            <LoadingRows rows={6} height={32} />
          ) : (
            <ProblemMessage error={error} onRetry={() => void refetch()} />
          )}
        </Change>
      ) : (
        <RevokeForm stored={data} onClose={onClose} />
      )}
    </DialogFrame>
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
  const inventory = useRead(inventoryQuery, { imageDefinitionId: parent ? formatResourceId(parent) : '' })
  const sending = useWrite('revoke', { send: (asked: RevocationRequest) => sentRevocation(asked), onDone: onClose })
  const [chosen, choose] = useState<readonly string[]>([])
  const others = useQueries({ queries: chosen.map((each) => storedImageVersionQuery(user, { id: each })) })
  const descendants = others.flatMap(({ data }) => data ?? [])
  const isRead = descendants.length === chosen.length
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
    if (!issues.some(isBlocking) && isRead) sending.mutate({ ...request, descendants })
  }
  const edit = (fields: Partial<WantedRevocation>) => {
    sending.reset()
    setWanted({ ...wanted, ...fields })
  }
  return (
    <Change
      confirm={known === undefined ? t.confirm : t.save}
      onConfirm={inventory.data === undefined ? undefined : confirm}
      write={sending}
      onClose={onClose}
    >
      <Text>{t.intro}</Text>
      {inventory.error !== null && <ProblemMessage error={inventory.error} onRetry={() => void inventory.refetch()} />}
      {whole.map((issue) => (
        <Message key={issue.code + String(issue.params['name'])} intent={isBlocking(issue) ? 'error' : 'warning'}>
          {codeText(issue)}
        </Message>
      ))}
      <LocksBefore versionIds={[id]} />
      <RevocationFields
        id={id}
        wanted={wanted}
        issues={shown}
        now={stored.asOf}
        onEdit={edit}
        onLeave={(path) => setLeft([...left, path])}
      />
      <UsesBefore imageVersionId={id} change="exclusion" onLeave={onClose} />
      <DescendantList imageVersionId={id} chosen={chosen} onChoose={choose} />
      <RevocationChanges request={request} />
      {descendants.length > 0 && (
        <ExactRequests
          intro={texts.descendants.steps}
          steps={[
            request,
            ...descendants.map((each) => ({ stored: each, revocation: { ...wanted, replacementId: '' } })),
          ].map((each) => ({
            title: resourceLabel(each.stored.version.id),
            id: each.stored.version.id,
            apiVersion: imageVersionApiVersion,
            body: revocationBody(each),
          }))}
        />
      )}
    </Change>
  )
}

function nameOf(id: string): string {
  const parsed = tryParseResourceId(id)
  return parsed === undefined ? id : resourceNameOf(parsed)
}

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' } })

const namesShown = 8

interface DescendantListProps {
  imageVersionId: string
  /** IDs of those that are revoked with it */
  chosen: readonly string[]
  onChoose: (ids: readonly string[]) => void
}

/** The versions that descend from a version, to be revoked with it, what is in between, and what can't be known. */
function DescendantList({ imageVersionId, chosen, onChoose }: DescendantListProps) {
  const styles = useStyles()
  const t = useRevocationTexts()
  const { number, list } = useFormats()
  const { data, error, refetch } = useRead(descendantsQuery, { imageVersionId })
  if (error !== null) return <ProblemMessage error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Text role="status">{t.descendants.loading}</Text>
  const versions = data.descendants.filter(({ kind }) => kind === 'imageVersion')
  // A deployment is of one resource group.
  const offered = versions
    .filter(({ id, isRevoked }) => !isRevoked && !isOfOtherGroup(id, imageVersionId))
    .slice(0, mostDescendantsRevoked)
  const between = data.descendants.filter(({ kind }) => kind !== 'imageVersion')
  const names = (found: typeof versions) =>
    list([
      ...found
        .slice(0, namesShown)
        .map(({ id, isRevoked }) => resourceLabel(id) + (isRevoked ? ` (${t.revoked.toLowerCase()})` : '')),
      ...(found.length > namesShown ? [t.descendants.more(number(found.length - namesShown))] : []),
    ])
  return (
    <Stack gap="XS" shrinks>
      <Heading as="h3" isSmall>
        {t.descendants.heading}
      </Heading>
      {data.descendants.length === 0 ? (
        <Text>{t.descendants.none}</Text>
      ) : (
        <ul className={styles.list}>
          {versions.length > 0 && (
            <li>
              {t.descendants.versions(number(versions.length))} ({names(versions)})
            </li>
          )}
          {between.length > 0 && (
            <li>
              {t.descendants.between(number(between.length))} ({names(between)})
            </li>
          )}
        </ul>
      )}
      {offered.length > 0 && (
        <Stack role="group" aria-label={t.descendants.also}>
          <Text>{t.descendants.also}</Text>
          {offered.map(({ id }) => (
            <Checkbox
              key={id}
              label={resourceLabel(id)}
              checked={chosen.includes(id)}
              onChange={(_, { checked }) =>
                onChoose(checked === true ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
            />
          ))}
        </Stack>
      )}
      <Quiet size={200}>
        {!data.isComplete && `${t.descendants.incomplete} `}
        {t.descendants.unknown}
      </Quiet>
    </Stack>
  )
}
