import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { startCleanUp, type CleanUpAnswer } from '@portal/portal-api'
import {
  definitionsOfVersions,
  galleryIdOf,
  versionsOfCleanUp,
  type KeepReason,
  type RetentionAction,
} from '@portal/version-update'
import { useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { cleanUpQuery, galleryQuery } from '../../../api/gallery-reads.ts'
import { call } from '../../../api/portal-client.ts'
import { useRead } from '../../../api/use-read.ts'
import { useWrite } from '../../../api/use-write.ts'
import { useFormats } from '../../../i18n/formats.ts'
import {
  cleanUpPath,
  cleanUpVersionsPath,
  imageVersionPath,
  recycleBinPath,
  updateImageVersionPath,
} from '../../../paths.ts'
import { ChangeDialog } from '../../../patterns/change/ChangeDialog.tsx'
import { byteOrderMark, linesOfCsv } from '../../../patterns/list/rows-as-csv.ts'
import { DecodedProblem } from '../../../patterns/problem/DecodedProblem.tsx'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { labelWithGallery, resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { resourceGroupOf } from '../../../patterns/resource/resource-names.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { download } from '../../../ui/download.ts'
import { FactList } from '../../../ui/FactList.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Message } from '../../../ui/Message.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Quiet } from '../../../ui/Quiet.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { PanelSection } from '../../../ui/Section.tsx'
import { shows } from '../../../ui/shows.ts'
import { Stack } from '../../../ui/Stack.tsx'
import { StateLabel, type StateLook } from '../../../ui/StateLabel.tsx'
import { StatementWriters } from '../../campaign/parts/StatementWriters.tsx'
import { useCampaignTexts } from '../../campaign/texts/campaign-texts.ts'
import { useCleanUpTexts, useRetentionTexts } from '../texts/clean-up-texts.ts'
import { cleanUpOfThisTab, useCleanUpRun, type Outcome } from './use-clean-up-run.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, maxHeight: '160px', overflowY: 'auto' },
})

type RowState = CleanUpAnswer['states'][number] | Outcome['state']

const looks: Record<RowState, StateLook> = {
  Open: 'waiting',
  Working: 'progressing',
  UnderWay: 'progressing',
  Done: 'done',
  Kept: 'note',
  Refused: 'failed',
}

/** Clean-ups as Azure has them, one a gallery: what is done and what is left, for whoever goes on with them. */
export function CleanUpRun({ ids }: { ids: readonly string[] }) {
  const t = useCleanUpTexts()
  const { dateTime } = useFormats()
  const [isBegun] = useState(() => cleanUpOfThisTab.take(ids[0] ?? '') === true)
  const { data } = useRead(cleanUpQuery, { id: ids[0] ?? '' })
  const scope = ids.length > 1 ? undefined : galleryOfCleanUp(data)
  return (
    <>
      <PageHeader
        title={t.run.title}
        subtitle={data === undefined ? '…' : t.run.started(dateTime(data.startedAt))}
        crumbs={[{ text: t.title, href: cleanUpVersionsPath(scope) }]}
      />
      <Stack gap="XXL">
        {ids.map((id) => (
          <Stated key={id} id={id} isBegun={isBegun} isOneOfSeveral={ids.length > 1} />
        ))}
      </Stack>
    </>
  )
}

const galleryOfCleanUp = (answer: CleanUpAnswer | undefined) =>
  answer && galleryIdOf(answer.cleanUp.definitions[0]?.id ?? '')

function Stated({ id, ...props }: Omit<RunProps, 'answer'>) {
  const { data, error, refetch } = useRead(cleanUpQuery, { id })
  if (data !== undefined) return <Run id={id} answer={data} {...props} />
  if (error !== null) return <ProblemMessage error={error} onRetry={() => void refetch()} />
  return (
    <Panel>
      <LoadingRows rows={8} height={48} />
    </Panel>
  )
}

interface Row {
  id: string
  /** its place in the clean-up */
  item: number
  state: RowState
  outcome: Outcome | undefined
}

interface RunProps {
  id: string
  answer: CleanUpAnswer
  /** it was stated in this tab just now: it goes on by itself */
  isBegun: boolean
  isOneOfSeveral: boolean
}

function Run({ id, answer, isBegun, isOneOfSeveral }: RunProps) {
  const styles = useStyles()
  const t = useCleanUpTexts()
  const { reason } = useRetentionTexts()
  const { number } = useFormats()
  const { cleanUp, states, needsSecondPerson } = answer
  const run = useCleanUpRun(id, { states, isBegun: isBegun && !needsSecondPerson })
  const [isConfirmed, setConfirmed] = useState(isBegun)
  const [isAsking, ask] = useState(false)
  const rows = versionsOfCleanUp(cleanUp).map((version, index): Row => {
    const [state = 'Open', outcome] = [states[index], run.outcomes.get(index)]
    return { id: version, item: index, state: state === 'Open' ? (outcome?.state ?? state) : state, outcome }
  })
  const countOf = (...wanted: RowState[]) => rows.filter(({ state }) => wanted.includes(state)).length
  const done = countOf('Done', 'UnderWay')
  const isOver = !run.isRunning && countOf('Open', 'UnderWay') === 0 && countOf('Done') > 0
  const left = rows.filter(({ state }) => ['Open', 'Kept', 'Refused'].includes(state))
  const says = ({ outcome, state }: Row) =>
    outcome?.state === 'Kept' && state === 'Kept' ? outcome.reasons.map(reason).join('; ') : ''
  const report = () =>
    linesOfCsv([
      [t.preview.version, t.run.state, t.preview.why],
      ...rows.map((row) => [row.id, t.states[row.state], says(row)]),
    ])
  return (
    <PanelSection
      title={isOneOfSeveral ? resourceLabel(galleryOfCleanUp(answer) ?? '') : t.run.versions}
      description={t.run.description}
    >
      <CleanUpFacts answer={answer} />
      {needsSecondPerson && <Message intent="warning">{t.run.secondPerson}</Message>}
      <ProgressBar aria-label={t.run.title} value={done / Math.max(rows.length, 1)} />
      <Stack
        row="wrap"
        gap="M"
        align="center"
        {...shows(states.every((state) => state === 'Done') ? 'clean-up-done' : undefined)}
      >
        {run.isRunning ? (
          <Button onClick={run.pause}>{t.run.pause}</Button>
        ) : (
          left.length > 0 && (
            <Button
              appearance="primary"
              disabledFocusable={needsSecondPerson}
              onClick={isConfirmed ? run.go : () => ask(true)}
            >
              {countOf('Open') > 0 ? t.run.continue : t.run.retry}
            </Button>
          )
        )}
        <Button
          icon={<ArrowDownloadRegular />}
          onClick={() => download('clean-up-report.csv', byteOrderMark + report(), 'text/csv')}
        >
          {t.run.report}
        </Button>
        {isOver && <Undo answer={answer} done={rows.filter(({ state }) => state === 'Done')} isOwn={isConfirmed} />}
        <Quiet role="status">
          {[
            t.run.done(number(done), number(rows.length)),
            countOf('Kept') > 0 ? [t.run.kept(number(countOf('Kept')))] : [],
            countOf('Refused') > 0 ? [t.run.refused(number(countOf('Refused')))] : [],
            run.isRunning ? [t.run.leave] : [],
          ]
            .flat()
            .join(' · ')}
        </Quiet>
      </Stack>
      {!run.isRunning && countOf('Kept') > 0 && countOf('Open') > 0 && (
        <Message intent="warning">{t.run.changed}</Message>
      )}
      {run.error !== null && <ProblemMessage error={run.error} onRetry={run.go} />}
      <DataTable
        label={t.run.versions}
        rows={rows}
        rowKey={(row) => row.id}
        isMarked={({ state }) => state === 'Refused'}
        below={({ item, outcome, state }) =>
          outcome?.state === 'Refused' && state === 'Refused' ? (
            <DecodedProblem error={outcome.error} onRetry={() => run.retry(item)} />
          ) : null
        }
        columns={[
          {
            heading: t.preview.version,
            width: '30%',
            cell: ({ id: version, state }) =>
              state === 'Done' && cleanUp.action === 'delete' ? (
                resourceLabel(version)
              ) : (
                <RouteLink href={imageVersionPath(version)}>{resourceLabel(version)}</RouteLink>
              ),
          },
          {
            heading: t.run.state,
            width: '22%',
            cell: ({ state }) => <StateLabel look={looks[state]}>{t.states[state]}</StateLabel>,
          },
          {
            heading: t.preview.why,
            cell: (row) =>
              row.outcome?.state === 'Kept' && row.state === 'Kept' ? (
                <>
                  {says(row)}. <Repair id={row.id} reasons={row.outcome.reasons} />
                </>
              ) : (
                '–'
              ),
          },
        ]}
      />
      {isAsking && (
        <ConfirmRun
          action={cleanUp.action}
          count={left.length}
          onDismiss={() => ask(false)}
          onConfirm={() => {
            ask(false)
            setConfirmed(true)
            run.go()
          }}
        >
          <Stack gap="L">
            <Text>{t.run.intro}</Text>
            <CleanUpFacts answer={answer} />
            <ul className={styles.list} tabIndex={0} aria-label={t.run.versions}>
              {left.map(({ id: version }) => (
                <li key={version}>{labelWithGallery(version)}</li>
              ))}
            </ul>
          </Stack>
        </ConfirmRun>
      )}
    </PanelSection>
  )
}

/** Where what keeps a version can be changed. */
function Repair({ id, reasons }: { id: string; reasons: readonly KeepReason[] }) {
  const t = useCleanUpTexts().run
  const has = (code: KeepReason['code']) => reasons.some((one) => one.code === code)
  if (has('BeforeEndOfLife')) return <RouteLink href={updateImageVersionPath(id)}>{t.update}</RouteLink>
  return has('Locked') ? <RouteLink href={imageVersionPath(id)}>{t.unlock}</RouteLink> : null
}

interface UndoProps {
  answer: CleanUpAnswer
  done: readonly Row[]
  /** whether the user has seen and wanted this clean-up: otherwise its versions could have been excluded before */
  isOwn: boolean
}

/** The way back, where Azure has one: versions are included again, or restored from the recycle bin. */
function Undo({ answer: { cleanUp }, done, isOwn }: UndoProps) {
  const t = useCleanUpTexts().run
  const [, navigate] = useLocation()
  const versions = done.map(({ id }) => id)
  const start = useWrite('cleanUp', {
    send: () =>
      call(startCleanUp, {
        rule: { name: cleanUp.rule.name, versions, keepTag: cleanUp.rule.keepTag },
        action: 'include',
        reason: '',
        definitions: definitionsOfVersions(versions),
      }),
    onDone({ id }) {
      if (isOwn) cleanUpOfThisTab.begin(id, true)
      navigate(cleanUpPath(id))
    },
  })
  const { data: gallery } = useRead(galleryQuery, { id: galleryIdOf(versions[0] ?? '') })
  if (cleanUp.action === 'delete' && gallery?.softDeletePolicy?.isSoftDeleteEnabled === true)
    return cleanUp.definitions.map(({ id }) => (
      <RouteLink key={id} href={recycleBinPath(id)}>
        {t.restore(resourceLabel(id))}
      </RouteLink>
    ))
  if (cleanUp.action !== 'exclude') return null
  return (
    <>
      <Button disabledFocusable={start.isPending} onClick={() => start.mutate()}>
        {t.include}
      </Button>
      {start.error !== null && <ProblemMessage error={start.error} onRetry={() => start.mutate()} />}
    </>
  )
}

/** What a clean-up does, to what, by which rule, and who stated it: anyone who may deploy to the group can. */
function CleanUpFacts({ answer: { cleanUp, writes } }: { answer: CleanUpAnswer }) {
  const t = useCleanUpTexts()
  const { sentence } = useRetentionTexts()
  const definition = cleanUp.definitions[0]?.id ?? ''
  return (
    <FactList
      facts={[
        [t.run.gallery, `${resourceLabel(galleryIdOf(definition))} (${resourceGroupOf(definition)})`],
        [useCampaignTexts().statement.startedBy, <StatementWriters key="writers" writes={writes} />],
        [t.rule.title, `${t.actions[cleanUp.action]}. ${sentence(cleanUp.rule)}`],
        ...(cleanUp.action === 'revoke' ? [[t.rule.reason, cleanUp.reason] satisfies [string, string]] : []),
      ]}
    />
  )
}

interface ConfirmRunProps {
  action: RetentionAction
  /** of versions that are left */
  count: number
  onConfirm: () => void
  onDismiss: () => void
  children: ReactNode
}

/** Asks before a clean-up is continued that was not planned in this tab; a deletion by the number of versions. */
function ConfirmRun({ action, count, onConfirm, onDismiss, children }: ConfirmRunProps) {
  const t = useCleanUpTexts()
  const { number } = useFormats()
  const isDeletion = action === 'delete'
  const name = String(count)
  return (
    <ChangeDialog
      title={isDeletion ? t.dialog.title(number(count)) : t.run.ask}
      size="small"
      confirm={isDeletion ? t.dialog.delete : t.run.continue}
      onConfirm={onConfirm}
      deletes={isDeletion && { name, label: t.dialog.type(name), mismatch: t.dialog.mismatch(name) }}
      onClose={onDismiss}
    >
      {children}
    </ChangeDialog>
  )
}
