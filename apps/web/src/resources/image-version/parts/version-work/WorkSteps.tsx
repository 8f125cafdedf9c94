import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { cancelVersionWork, type VersionWork, type VersionWorkStep } from '@portal/portal-api'
import { call } from '../../../../api/portal-client.ts'
import { useWrite } from '../../../../api/use-write.ts'
import { useCodeText } from '../../../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Quiet } from '../../../../ui/Quiet.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { StateLabel, type StateLook } from '../../../../ui/StateLabel.tsx'
import { useImageVersionTexts } from '../../texts/version-page-texts.ts'

const useStyles = makeStyles({
  error: { display: 'flex', flexDirection: 'column', color: tokens.colorStatusDangerForeground1 },
})

const looks: Record<VersionWork['state'] | 'Waiting', StateLook> = {
  Waiting: 'waiting',
  Running: 'running',
  Succeeded: 'done',
  Failed: 'failed',
  Canceled: 'warning',
}

/** One deployment with its steps; it can be stopped while it runs. */
export function WorkSteps({ work }: { work: VersionWork }) {
  const t = useImageVersionTexts().work
  const { duration, dateTime, list } = useFormats()
  const isRunning = work.state === 'Running'
  const regionsOf = ({ regions }: VersionWorkStep) => list(regions.map(regionDisplayName))
  const stepText = (step: VersionWorkStep) =>
    step.regions.length === 0 && step.action !== 'revoke'
      ? t.change
      : t[step.action](regionsOf(step), step.version ?? '')
  const advice = { Running: t.leave, Succeeded: '', Failed: t.failed, Canceled: t.stopped }[work.state]
  return (
    <Section title={t.kinds[work.kind]} description={advice}>
      <Stack row="wrap" gap="L" align="center">
        <StateLabel look={looks[work.state]}>
          <span role="status">{t.states[work.state]}</span>
        </StateLabel>
        <Quiet>
          {t.started(dateTime(work.startedAt))}
          {isRunning && ` · ${duration(Date.parse(work.asOf) - Date.parse(work.startedAt))}`}
        </Quiet>
        {isRunning && <StopButton work={work} />}
      </Stack>
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

function StopButton({ work: { id } }: { work: VersionWork }) {
  const t = useImageVersionTexts().work
  const stop = useWrite('cancelWork', { send: () => call(cancelVersionWork, { id }) })
  return (
    <>
      <Button size="small" disabledFocusable={stop.isPending} onClick={() => stop.mutate()}>
        {stop.isPending ? t.stopping : t.stop}
      </Button>
      {stop.error !== null && <ProblemMessage error={stop.error} />}
    </>
  )
}
