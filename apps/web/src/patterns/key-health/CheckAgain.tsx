import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useFormats } from '../../i18n/formats.ts'
import { ReadOutOnly } from '../../ui/ReadOutOnly.tsx'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'
import type { CheckedSets } from './use-checked-sets.ts'

const useStyles = makeStyles({
  check: { display: 'inline-flex', alignItems: 'center', position: 'relative' },
  time: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  // It takes its place before anything has been read, so that the button stays where it is.
  unread: { visibility: 'hidden' },
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
  const time = timeOfDay(readAt ?? new Date(today).toISOString(), today + azureAhead)
  const sets = setName ?? t.all
  const result = hasFailed ? t.failed : t.done({ sets, state, time })
  return (
    <span className={styles.check}>
      <Text
        size={200}
        className={mergeClasses(styles.time, readAt === undefined && !hasFailed && styles.unread)}
      >{`${hasFailed ? t.failed : t.at(time)} ·`}</Text>
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
