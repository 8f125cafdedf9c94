import { Link, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'
import { Heading } from '../../ui/Heading.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { useSummaryTexts } from './texts/summary-texts.ts'
import { useWizardTexts } from './texts/use-wizard-texts.ts'
import type { Wizard } from './use-wizard.ts'

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  label: { color: tokens.colorNeutralForeground3 },
  // One line each, whatever comes: nothing below moves while the form is filled in.
  value: { margin: 0, textAlign: 'right', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

/** A fact of the summary, in one line. */
export interface SummaryFact {
  label: string
  value: string
  /** what the value means, as a tooltip; by default the value itself, which might be cut */
  title?: string
}

interface WizardSummaryProps<Id extends string> {
  wizard: Pick<Wizard<Id>, 'tabs' | 'goToField' | 'toDo'>
  labels: Record<Id, string>
  facts: SummaryFact[]
  /** false while Azure is read: what is missing is not known yet */
  isKnown: boolean
  /** below the heading: where it began */
  origin?: ReactNode
  /** a risk that is no issue of a field: then nothing is said to be complete */
  warning?: ReactNode
}

/** What a form will create so far, and what it still lacks, each with the way there. */
export function WizardSummary<Id extends string>({ wizard, labels, facts, isKnown, ...more }: WizardSummaryProps<Id>) {
  const styles = useStyles()
  const t = useSummaryTexts()
  const { toDo } = useWizardTexts().wizard
  const heading = useId()
  const missing = wizard.tabs.ids.flatMap((id) => {
    const needed = isKnown ? wizard.toDo.get(id) : undefined
    return needed === undefined ? [] : [{ id, ...needed }]
  })
  return (
    <Stack as="section" gap="M" aria-labelledby={heading}>
      <Heading as="h2" id={heading}>
        {t.title}
      </Heading>
      {more.origin}
      <dl className={styles.facts}>
        {facts.map(({ label, value, title = value }) => (
          <SummaryRow key={label} label={label} value={value} title={title} />
        ))}
      </dl>
      {more.warning}
      {isKnown && missing.length === 0 && !more.warning && <StateLabel look="done">{t.nothingMissing}</StateLabel>}
      {missing.length > 0 && (
        <>
          <Text weight="semibold">{t.missing}</Text>
          <Stack as="ul" gap="S">
            {missing.map(({ id, first, count }) => (
              <li key={id}>
                <Link as="button" inline onClick={() => wizard.goToField(first)}>
                  {t.goTo(labels[id], toDo(count))}
                </Link>
              </li>
            ))}
          </Stack>
        </>
      )}
    </Stack>
  )
}

function SummaryRow({ label, value, title }: Required<SummaryFact>) {
  const styles = useStyles()
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value} title={title}>
        {value}
      </dd>
    </>
  )
}
