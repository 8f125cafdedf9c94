import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useFormats } from '../../i18n/formats.ts'
import { ReadOutOnly } from '../../ui/ReadOutOnly.tsx'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'
import type { CheckedSets } from './use-checked-sets.ts'

const useStyles = makeStyles({
  check: { display: 'inline-flex', alignItems: 'center', position: 'relative' },
  // The widest time keeps the place of the one that is shown, so that the button stays where it is.
  time: {
    display: 'inline-grid',
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
    '> *': { gridArea: '1 / 1' },
  },
  widest: { visibility: 'hidden' },
  button: { minWidth: 0, paddingLeft: tokens.spacingHorizontalXS, color: tokens.colorBrandForegroundLink },
})

interface CheckAgainProps {
  /** the name of the set; without one, all sets of what is shown */
  setName?: string
  checked: CheckedSets
  /** what is known of it, in words: read out after each check */
  state: string
}

/** `Checked 10:27:03 · Check again`: when something was read from Azure, and the button that reads it again. */
export function CheckAgain({ setName, checked, state }: CheckAgainProps) {
  const styles = useStyles()
  const t = useWizardTexts().readiness.check
  const { timeOfDay } = useFormats()
  const [isAsked, setAsked] = useState(false)
  const { readAt, azureAhead, isChecking, hasFailed, checkAgain } = checked
  const [today] = useState(() => Date.now())
  const time = readAt === undefined ? '' : timeOfDay(readAt, today + azureAhead)
  const shown = hasFailed ? t.failed : t.at(time)
  const sets = setName ?? t.all
  const result = hasFailed ? t.failed : t.done({ sets, state, time })
  return (
    <span className={styles.check}>
      <Text size={200} className={styles.time}>
        <span aria-hidden className={styles.widest}>{`${t.at(timeOfDay(atTen(today), today))} ·`}</span>
        {(readAt !== undefined || hasFailed) && <span>{`${shown} ·`}</span>}
      </Text>
      <Button
        appearance="transparent"
        size="small"
        className={styles.button}
        aria-label={t.againFor(sets)}
        disabledFocusable={isChecking}
        onClick={() => {
          setAsked(true)
          checkAgain()
        }}
      >
        {t.again}
      </Button>
      <ReadOutOnly as="span">
        <span role="status">{isAsked && (isChecking ? t.checking : result)}</span>
      </ReadOutOnly>
    </span>
  )
}

/** Ten in the morning of that day, which is as wide as a time of day gets. */
function atTen(day: number): string {
  return new Date(new Date(day).setHours(10, 0, 0)).toISOString()
}
