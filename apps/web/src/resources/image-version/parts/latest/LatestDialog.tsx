import { Text, Checkbox, Field, Label, makeStyles, tokens } from '@fluentui/react-components'
import { imageVersionApiVersion } from '@portal/image-version'
import { type LatestVersions, changeLatest } from '@portal/portal-api'
import { updatedVersion } from '@portal/version-update'
import { useQueries } from '@tanstack/react-query'
import { useId } from 'react'
import { latestVersionsQuery, latestFollowersQuery } from '../../../../api/gallery-reads.ts'
import { storedImageVersionQuery } from '../../../../api/image-version-reads.ts'
import { call } from '../../../../api/portal-client.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useWrite } from '../../../../api/use-write.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useCodeText } from '../../../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { Change } from '../../../../patterns/change/ChangeDialog.tsx'
import { ExactRequests } from '../../../../patterns/change/ExactRequests.tsx'
import { CodeDisclosure } from '../../../../patterns/code/CodeDisclosure.tsx'
import { Code } from '../../../../patterns/code/lazy-code.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { LocksBefore } from '../../../../patterns/protection/LocksBefore.tsx'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { DialogFrame } from '../../../../ui/dialog/Dialog.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Quiet } from '../../../../ui/Quiet.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useLatestTexts } from '../../texts/latest-texts.ts'
import { useImageVersionTexts } from '../../texts/version-page-texts.ts'
import { useRightsRequest } from '../version-work/rights-request.ts'
import type { LatestDialogProps } from './latest-dialog-props.ts'
import { useLatestChoice, type LatestChoiceState } from './use-latest-choice.ts'

/**
 * Promotes a version, or rolls back to an earlier one: in which regions, with every request that Azure gets and the
 * scale sets that follow, before anything is sent.
 */
export function LatestDialog(props: LatestDialogProps) {
  const { kind, imageDefinitionId, onClose } = props
  const t = useLatestTexts()
  const found = useRead(latestVersionsQuery, { imageDefinitionId }, { refetchOnWindowFocus: false })
  return (
    <DialogFrame title={t.titles[kind]} size="medium" onClose={onClose}>
      {found.data === undefined || !found.isFetchedAfterMount ? (
        <Change confirm={t.confirm[kind]} onConfirm={undefined} onClose={onClose}>
          {found.isError ? (
            <ProblemMessage error={found.error} onRetry={() => void found.refetch()} />
          ) : (
            <LoadingRows rows={4} height={32} />
          )}
        </Change>
      ) : (
        <LatestForm {...props} latest={found.data} />
      )}
    </DialogFrame>
  )
}

function LatestForm({ latest, ...props }: LatestDialogProps & { latest: LatestVersions }) {
  const t = useLatestTexts()
  const { kind, imageDefinitionId, onClose } = props
  const choice = useLatestChoice(latest, props)
  const { steps, write, readError, readAgain } = useLatestChange(choice, props)
  return (
    <Change
      confirm={t.confirm[kind]}
      onConfirm={choice.issues.length > 0 || steps === undefined ? undefined : () => write.mutate()}
      write={write}
      rightsRequest={useRightsRequest(choice.version?.id)}
      onClose={onClose}
    >
      <Text>{t.intros[kind]}</Text>
      <LatestChoice kind={kind} choice={choice} />
      <LocksBefore versionIds={choice.updates.map(({ id }) => id)} />
      <LatestFollowers imageDefinitionId={imageDefinitionId} kind={kind} regions={choice.regions} />
      {steps === undefined && <LoadingRows rows={choice.updates.length} height={32} />}
      {steps !== undefined && steps.length > 0 && (
        <>
          <ExactRequests intro={steps.length === 1 ? t.oneStep : t.steps} steps={steps} />
          <CodeDisclosure summary={t.code}>
            <Code updates={steps} />
          </CodeDisclosure>
        </>
      )}
      {readError !== null && <ProblemMessage error={readError} onRetry={readAgain} />}
    </Change>
  )
}

interface LatestFollowersProps {
  imageDefinitionId: string
  kind: LatestDialogProps['kind']
  /** short names of the chosen regions */
  regions: string[]
}

/** The scale sets in these regions that get what latest gives: with automatic upgrade, or for new instances only. */
function LatestFollowers({ imageDefinitionId, kind, regions }: LatestFollowersProps) {
  const t = useLatestTexts()
  const { list } = useFormats()
  const { data, isError } = useRead(latestFollowersQuery, { imageDefinitionId })
  if (isError) return <Message intent="warning">{t.followersUnread}</Message>
  if (data === undefined) return <Text role="status">{t.followersLoading}</Text>
  const here = data.scaleSets.filter(({ location }) => regions.includes(location))
  const namesOf = (isUpgraded: boolean) => here.filter((each) => each.isUpgraded === isUpgraded).map(({ name }) => name)
  const [upgraded, others] = [namesOf(true), namesOf(false)]
  if (here.length === 0 && data.total <= data.scaleSets.length) return <Text>{t.noFollowers}</Text>
  return (
    <Message intent={upgraded.length > 0 ? 'warning' : 'info'} title={t.followersTitle}>
      {upgraded.length > 0 && <div>{`${t.upgraded(list(upgraded))} ${kind === 'RollBack' ? t.upgradedBack : ''}`}</div>}
      {others.length > 0 && <div>{t.newInstances(list(others))}</div>}
      {data.total > data.scaleSets.length && <div>{t.moreFollowers}</div>}
    </Message>
  )
}

/** The requests of the choice on the versions as they are now, and the sending. */
function useLatestChange(choice: LatestChoiceState, { kind, onClose }: LatestDialogProps) {
  const { updates, version, regions, excludesPredecessor } = choice
  const { work } = useImageVersionTexts()
  const { list } = useFormats()
  const user = useSignedIn()
  const stored = useQueries({ queries: updates.map(({ id }) => storedImageVersionQuery(user, { id })) })
  const read = stored.flatMap(({ data }) => data ?? [])
  const write = useWrite('changeLatest', {
    send: () =>
      call(changeLatest, {
        kind,
        imageVersionId: version?.id ?? '',
        regions,
        excludesPredecessor: kind === 'Promotion' && excludesPredecessor,
        seen: updates.map(({ id }, index) => ({ id, fingerprint: read[index]?.fingerprint ?? '' })),
      }),
    onFresh: onClose,
  })
  return {
    /** undefined until every version was read */
    steps:
      read.length < updates.length
        ? undefined
        : updates.flatMap(({ id, name, flag, regions: names, change }, index) => {
            const answer = read[index]
            if (answer === undefined) return []
            const title = work[flag](list(names.map(regionDisplayName)), name)
            return [{ title, id, apiVersion: imageVersionApiVersion, body: updatedVersion(answer.version, change) }]
          }),
    readError: stored.find(({ error }) => error !== null)?.error ?? null,
    readAgain: () => stored.forEach((query) => void query.refetch()),
    write,
  }
}

const useStyles = makeStyles({
  region: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
})

/** The fields of the dialog: the version to go back to, the regions, and whether the predecessor is excluded. */
function LatestChoice({ kind, choice }: { kind: LatestDialogProps['kind']; choice: LatestChoiceState }) {
  const styles = useStyles()
  const t = useLatestTexts()
  const { list } = useFormats()
  const codeText = useCodeText()
  const labelId = useId()
  const hintId = useId()
  const { version, versions, offered, regions, predecessors, issues } = choice
  if (version === undefined) return <Message intent="info">{t.noEarlier}</Message>
  return (
    <>
      {kind === 'RollBack' ? (
        <Field label={t.backTo}>
          <Choice
            value={version.id}
            options={versions.map(({ id, name }) => ({ value: id, label: name }))}
            onChoose={choice.chooseVersion}
          />
        </Field>
      ) : (
        <Text>{t.version(version.name)}</Text>
      )}
      <Stack role="group" aria-labelledby={labelId}>
        <Label id={labelId}>{t.regions}</Label>
        {offered.map(({ name, before, after }) => (
          <div key={name} className={styles.region}>
            <Checkbox
              label={regionDisplayName(name)}
              checked={regions.includes(name)}
              onChange={(_, { checked }) => choice.chooseRegion(name, checked === true)}
            />
            <Quiet>{before === after ? t.stays(after ?? t.none) : t.becomes(before ?? t.none, after ?? t.none)}</Quiet>
          </div>
        ))}
      </Stack>
      {kind === 'Promotion' && predecessors.length > 0 && (
        <Stack>
          <Checkbox
            label={t.excludePredecessor(list(predecessors))}
            aria-describedby={hintId}
            checked={choice.excludesPredecessor}
            onChange={(_, { checked }) => choice.excludePredecessor(checked === true)}
          />
          <Quiet id={hintId} size={200}>
            {t.excludeHint(list(predecessors), version.name)}
          </Quiet>
        </Stack>
      )}
      {issues.length > 0 && <Message intent="warning">{issues.map(codeText).join(' ')}</Message>}
    </>
  )
}
