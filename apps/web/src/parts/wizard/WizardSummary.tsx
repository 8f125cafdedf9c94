import { Link, Subtitle2, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Issue } from '@portal/image-version'
import { useId } from 'react'
import { useCodeText } from '../../i18n/answers/use-code-text.ts'
import { useSummaryTexts } from '../../i18n/wizard/use-summary-texts.ts'
import { StateLabel } from '../../ui/StateLabel.tsx'
import type { Wizard } from './use-wizard.ts'
import { blockingByTab } from './wizard-tabs.ts'

const useStyles = makeStyles({
  summary: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  heading: { margin: 0 },
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
  missing: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  item: { listStyle: 'none' },
})

/** A fact of the summary, in one line. */
export interface SummaryFact {
  label: string
  value: string
  /** what the value means, as a tooltip; by default the value itself, which might be cut */
  title?: string
}

interface WizardSummaryProps<Id extends string> {
  wizard: Pick<Wizard<Id>, 'tabs' | 'goToField'>
  labels: Record<Id, string>
  facts: SummaryFact[]
  /** all issues of the plan, also those that the tabs do not show yet; undefined while Azure is read */
  issues: Issue[] | undefined
}

/** What a form will create so far, and what it still lacks, each with the way there. */
export function WizardSummary<Id extends string>({ wizard, labels, facts, issues }: WizardSummaryProps<Id>) {
  const styles = useStyles()
  const t = useSummaryTexts()
  const codeText = useCodeText()
  const heading = useId()
  const blocking = blockingByTab(wizard.tabs, issues ?? [])
  const missing = wizard.tabs.ids.slice(0, -1).flatMap((id) => {
    const own = blocking.get(id) ?? []
    return own[0] === undefined ? [] : [{ id, first: own[0], count: own.length }]
  })
  return (
    <section className={styles.summary} aria-labelledby={heading}>
      <Subtitle2 as="h2" id={heading} className={styles.heading}>
        {t.title}
      </Subtitle2>
      <dl className={styles.facts}>
        {facts.map(({ label, value, title = value }) => (
          <SummaryRow key={label} label={label} value={value} title={title} />
        ))}
      </dl>
      {issues !== undefined && missing.length === 0 && <StateLabel look="done">{t.nothingMissing}</StateLabel>}
      {missing.length > 0 && (
        <>
          <Text weight="semibold">{t.missing}</Text>
          <ul className={styles.missing}>
            {missing.map(({ id, first, count }) => (
              <li key={id} className={styles.item}>
                <Link as="button" inline title={codeText(first)} onClick={() => wizard.goToField(first.path)}>
                  {t.goTo(labels[id], count)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
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
