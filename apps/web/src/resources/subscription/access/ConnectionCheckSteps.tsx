import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { LinkVerdict } from '@portal/portal-api'
import { useFormats } from '../../../i18n/formats.ts'
import { useTexts } from '../../../i18n/language.ts'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { StateLabel, type StateLook } from '../../../ui/StateLabel.tsx'
import { useAccessTexts } from '../texts/access-texts.ts'
import { nameOfStep, type ConnectionCheckStep } from './connection-check-steps.ts'

const looks: Record<LinkVerdict, StateLook> = {
  ok: 'done',
  warning: 'warning',
  failed: 'failed',
  notReached: 'waiting',
}

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground3 } })

interface ConnectionCheckStepsProps {
  /** the name of the table */
  label: string
  steps: ConnectionCheckStep[]
  /** whose resource providers were checked, if any were */
  subscriptionId?: string
}

/** Each step with its result, the details, what to do and its duration. */
export function ConnectionCheckSteps({ label, steps, subscriptionId }: ConnectionCheckStepsProps) {
  const t = useAccessTexts().connection
  const { number } = useFormats()
  return (
    <DataTable
      label={label}
      rows={steps}
      rowKey={({ link, about = '' }) => `${link} ${about}`}
      isMarked={({ verdict }) => verdict === 'failed'}
      columns={[
        { heading: t.link, width: '190px', cell: (step) => nameOfStep(step, t) },
        {
          heading: t.verdict,
          width: '130px',
          cell: ({ verdict }) => <StateLabel look={looks[verdict]}>{t.of.verdicts[verdict]}</StateLabel>,
        },
        { heading: t.seen, width: '36%', cell: (step) => <Seen step={step} /> },
        { heading: t.whatToDo, cell: (step) => <Advice step={step} label={label} subscriptionId={subscriptionId} /> },
        { heading: t.time, width: '90px', cell: ({ ms }) => (ms === 0 ? '–' : t.milliseconds(number(ms))) },
      ]}
    />
  )
}

function Seen({ step: { link, facts } }: { step: ConnectionCheckStep }) {
  const styles = useStyles()
  const t = useAccessTexts().connection
  if (facts.length === 0) return <>–</>
  return (
    <Stack gap="XXS" shrinks>
      {facts.map(({ name, value, expected }) => (
        <Text key={name} size={200} font="monospace">
          {name}: {value}
          {expected !== undefined && ` (${t.expected(expected)})`}
        </Text>
      ))}
      {link === 'clock' && facts.some(({ name }) => name === 'Azure Resource Manager') && (
        <Text size={200} className={styles.quiet}>
          {t.azureTime}
        </Text>
      )}
    </Stack>
  )
}

interface AdviceProps {
  step: ConnectionCheckStep
  /** the name of its table: the page has a step that is not right in two */
  label: string
  subscriptionId: string | undefined
}

function Advice({ step: { link, about, verdict, finding }, label, subscriptionId }: AdviceProps) {
  const styles = useStyles()
  const t = useAccessTexts().connection
  const { failure } = useTexts()
  if (verdict === 'notReached') return <span className={styles.quiet}>{t.mendAbove}</span>
  if (finding === undefined) return <span className={styles.quiet}>{t.nothing}</span>
  const { title, advice } = t.of.findings[finding]
  return (
    <Stack gap="XXS" shrinks>
      <Text weight="semibold">{title}</Text>
      <Text>{advice}</Text>
      {link === 'resourceProvider' && finding === 'ProviderNotRegistered' && about && subscriptionId && (
        <CodeBlock
          code={`az provider register --namespace ${about} --subscription ${subscriptionId}`}
          label={`${label}: ${title}`}
          copyLabel={failure.copy}
        />
      )}
    </Stack>
  )
}
