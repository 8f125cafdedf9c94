import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import type { CleanUpAnswer } from '@portal/portal-api'
import { versionsOfCleanUp } from '@portal/version-update'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { cleanUpQuery } from '../../../api/gallery-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { cleanUpVersionsPath, imageVersionPath } from '../../../paths.ts'
import { byteOrderMark, linesOfCsv } from '../../../patterns/list/rows-as-csv.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { download } from '../../../ui/download.ts'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Message } from '../../../ui/Message.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { Section } from '../../../ui/Section.tsx'
import { StateLabel, type StateLook } from '../../../ui/StateLabel.tsx'
import { useCleanUpTexts, useRetentionTexts } from '../texts/use-clean-up-texts.ts'
import { cleanUpOfThisTab, useCleanUpRun, type Outcome } from './use-clean-up-run.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground3 },
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

/** A clean-up as Azure has it: what is done and what is left, for whoever goes on with it. */
export function CleanUpRun({ id }: { id: string }) {
  const styles = useStyles()
  const t = useCleanUpTexts()
  const { dateTime } = useFormats()
  const { data, error, refetch } = useQuery(cleanUpQuery(useSignedIn(), { id }))
  const scope = data?.cleanUp.definitions[0]?.id.replace(/\/images\/[^/]+$/i, '')
  return (
    <>
      <PageHeader
        title={t.run.title}
        subtitle={data === undefined ? '…' : t.run.started(dateTime(data.startedAt))}
        crumbs={scope === undefined ? [] : [{ text: t.title, href: cleanUpVersionsPath(scope) }]}
      />
      <div className={styles.page}>
        {error !== null && <ProblemMessage error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && (
          <Panel>
            <LoadingRows rows={8} height={48} />
          </Panel>
        )}
        {data !== undefined && <Run id={id} answer={data} />}
      </div>
    </>
  )
}

interface Row {
  id: string
  state: RowState
  outcome: Outcome | undefined
}

function Run({ id, answer }: { id: string; answer: CleanUpAnswer }) {
  const styles = useStyles()
  const t = useCleanUpTexts()
  const { sentence, reason } = useRetentionTexts()
  const { number } = useFormats()
  const [isBegun] = useState(() => cleanUpOfThisTab.take(id) === true)
  const { cleanUp, states, needsSecondPerson } = answer
  const run = useCleanUpRun(id, { states, isBegun: isBegun && !needsSecondPerson })
  const rows = versionsOfCleanUp(cleanUp).map((version, index): Row => {
    const [state = 'Open', outcome] = [states[index], run.outcomes.get(index)]
    return { id: version, state: state === 'Open' ? (outcome?.state ?? state) : state, outcome }
  })
  const countOf = (...wanted: RowState[]) => rows.filter(({ state }) => wanted.includes(state)).length
  const done = countOf('Done', 'UnderWay')
  const says = ({ outcome, state }: Row) =>
    outcome?.state === 'Kept' && state === 'Kept' ? outcome.reasons.map(reason).join('; ') : ''
  const report = () =>
    linesOfCsv([
      [t.preview.version, t.run.state, t.preview.why],
      ...rows.map((row) => [row.id, t.states[row.state], says(row)]),
    ])
  return (
    <Panel>
      <Section title={t.run.versions} description={t.run.description}>
        <Text>
          {`${t.actions[cleanUp.action]}. `}
          {sentence(cleanUp.rule)}
        </Text>
        {needsSecondPerson && <Message intent="warning">{t.run.secondPerson}</Message>}
        <ProgressBar aria-label={t.run.title} value={done / Math.max(rows.length, 1)} />
        <div className={styles.bar}>
          {run.isRunning ? (
            <Button onClick={run.pause}>{t.run.pause}</Button>
          ) : (
            countOf('Open', 'Kept', 'Refused') > 0 && (
              <Button appearance="primary" disabledFocusable={needsSecondPerson} onClick={run.go}>
                {t.run.continue}
              </Button>
            )
          )}
          <Button
            icon={<ArrowDownloadRegular />}
            onClick={() => download('clean-up-report.csv', byteOrderMark + report(), 'text/csv')}
          >
            {t.run.report}
          </Button>
          <Text role="status" className={styles.quiet}>
            {[
              t.run.done(number(done), number(rows.length)),
              countOf('Kept') > 0 ? [t.run.kept(number(countOf('Kept')))] : [],
              countOf('Refused') > 0 ? [t.run.refused(number(countOf('Refused')))] : [],
              run.isRunning ? [t.run.leave] : [],
            ]
              .flat()
              .join(' · ')}
          </Text>
        </div>
        {run.error !== null && <ProblemMessage error={run.error} onRetry={run.go} />}
        <DataTable
          label={t.run.versions}
          rows={rows}
          rowKey={(row) => row.id}
          isMarked={({ state }) => state === 'Refused'}
          below={({ outcome, state }) =>
            outcome?.state === 'Refused' && state === 'Refused' ? <ProblemMessage error={outcome.error} /> : null
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
            { heading: t.preview.why, cell: (row) => says(row) || '–' },
          ]}
        />
      </Section>
    </Panel>
  )
}
