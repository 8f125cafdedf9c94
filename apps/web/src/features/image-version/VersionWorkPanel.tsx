import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { cancelVersionWork, type VersionWork, type VersionWorkStep } from '@portal/portal-api'
import { useMutation, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import { versionWorksQuery } from '../../api/image-version-queries.ts'
import { call } from '../../api/portal-client.ts'
import { imageVersionQuery } from '../../api/queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useCodeText } from '../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useImageVersionTexts } from '../../i18n/image-versions/use-image-version-texts.ts'
import { failureOf } from '../../parts/problem/failure.ts'
import { ProblemMessage } from '../../parts/problem/ProblemMessage.tsx'
import { regionDisplayName } from '../../parts/resource/region-display-name.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Section } from '../../ui/Section.tsx'
import { StateLabel, type StateLook } from '../../ui/StateLabel.tsx'

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
  quiet: { color: tokens.colorNeutralForeground3 },
  error: { display: 'flex', flexDirection: 'column', color: tokens.colorStatusDangerForeground1 },
})

const looks: Record<VersionWork['state'] | 'Waiting', StateLook> = {
  Waiting: 'waiting',
  Running: 'running',
  Succeeded: 'done',
  Failed: 'failed',
  Canceled: 'warning',
}

interface VersionWorkPanelProps {
  imageVersionId: string
  /** read by its page, which asks for it before this is there */
  query: UseQueryResult<VersionWork[]>
}

/** The current or last steps of a version's deployment: a rollout in batches, or the repair of regions. */
export function VersionWorkPanel({ imageVersionId, query }: VersionWorkPanelProps) {
  const styles = useStyles()
  const t = useImageVersionTexts().work
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const { data: works, error, refetch } = query
  // Between two steps the version looks settled, and before the first one it does not exist: nothing else would refresh
  // it.
  const steps = works?.flatMap(({ asOf, steps }) => steps.map((step) => (isCreating(step) ? asOf : step.state))).join()
  useEffect(() => {
    if (steps === undefined || steps === '') return
    const { queryKey } = imageVersionQuery(user, imageVersionId)
    void queryClient.invalidateQueries({ queryKey })
  }, [queryClient, user, imageVersionId, steps])
  if (error !== null && failureOf(error).code === 'ForbiddenByAzure')
    return <Text className={styles.quiet}>{t.hidden}</Text>
  if (error !== null) return <ProblemMessage error={error} onRetry={() => void refetch()} />
  return works?.map((work) => (
    <Panel key={work.id}>
      <Work work={work} />
    </Panel>
  ))
}

function isCreating({ action, state }: VersionWorkStep): boolean {
  return action === 'create' && state === 'Running'
}

function Work({ work }: { work: VersionWork }) {
  const styles = useStyles()
  const t = useImageVersionTexts().work
  const { duration, dateTime, list } = useFormats()
  const isRunning = work.state === 'Running'
  const regionsOf = ({ regions }: VersionWorkStep) => list(regions.map(regionDisplayName))
  const stepText = (step: VersionWorkStep) =>
    step.regions.length === 0 ? t.change : t[step.action](regionsOf(step), step.version ?? '')
  const advice = { Running: t.leave, Succeeded: '', Failed: t.failed, Canceled: t.stopped }[work.state]
  return (
    <Section title={t.kinds[work.kind]} description={advice}>
      <div className={styles.head}>
        <StateLabel look={looks[work.state]}>
          <span role="status">{t.states[work.state]}</span>
        </StateLabel>
        <Text className={styles.quiet}>
          {t.started(dateTime(work.startedAt))}
          {isRunning && ` · ${duration(Date.parse(work.asOf) - Date.parse(work.startedAt))}`}
        </Text>
        {isRunning && <StopButton work={work} />}
      </div>
      <DataTable
        label={t.kinds[work.kind]}
        rows={work.steps.map((step, index) => ({ ...step, number: index + 1 }))}
        rowKey={({ number }) => String(number)}
        isMarked={({ state }) => state === 'Failed'}
        columns={[
          { heading: t.step, cell: (step) => `${step.number}. ${stepText(step)}` },
          {
            heading: t.state,
            cell: (step) => (
              <>
                <StateLabel look={looks[step.state]}>
                  {step.state === 'Waiting' && !isRunning ? t.notTaken : t.stepStates[step.state]}
                </StateLabel>
                <StepError step={step} />
              </>
            ),
          },
          {
            heading: t.duration,
            width: '160px',
            cell: ({ milliseconds }) => (milliseconds === undefined ? '–' : duration(milliseconds)),
          },
        ]}
      />
    </Section>
  )
}

function StepError({ step: { error, decoded = [] } }: { step: VersionWorkStep }) {
  const styles = useStyles()
  const codeText = useCodeText()
  if (error === undefined) return null
  return (
    <span className={styles.error}>
      {decoded.map(({ code, path, params: { region, ...params } }) => (
        <span key={JSON.stringify([code, path])}>
          {codeText({
            code,
            params: { ...params, ...(region !== undefined && { region: regionDisplayName(String(region)) }) },
          })}
        </span>
      ))}
      {decoded.length === 0 && <span lang="en">{`${error.code}: ${error.message}`}</span>}
    </span>
  )
}

function StopButton({ work: { id, imageVersionId } }: { work: VersionWork }) {
  const t = useImageVersionTexts().work
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const stop = useMutation({
    mutationFn: () => call(cancelVersionWork, { id }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: versionWorksQuery(user, imageVersionId).queryKey }),
  })
  return (
    <>
      <Button size="small" disabledFocusable={stop.isPending} onClick={() => stop.mutate()}>
        {stop.isPending ? t.stopping : t.stop}
      </Button>
      {stop.error !== null && <ProblemMessage error={stop.error} />}
    </>
  )
}
