import { Button, makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components'
import type { PresenterScript } from '@portal/portal-api'
import { usePresenterTexts } from '../texts/presenter-texts.ts'
import { clockTime } from './presentation-time.ts'

const useStyles = makeStyles({
  title: { margin: '0 0 8px' },
  list: { display: 'flex', flexDirection: 'column', rowGap: '2px', listStyle: 'none', margin: 0, padding: 0 },
  step: {
    width: '100%',
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: '8px',
    justifyContent: 'stretch',
    justifyItems: 'start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    paddingLeft: '8px',
    paddingRight: '8px',
  },
  // Not bold: a title would need another line, and the list would move.
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    // Not an outline, which is the focus.
    '@media (forced-colors: active)': { textDecorationLine: 'underline' },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  keys: { marginTop: '8px', color: tokens.colorNeutralForeground3 },
})

interface StepListProps {
  script: PresenterScript
  /** from 0 */
  current: number
  onPick: (step: number) => void
}

/** All steps of the script: each starts when it is picked, in any order. */
export function StepList({ script, current, onPick }: StepListProps) {
  const styles = useStyles()
  const t = usePresenterTexts()
  return (
    <section>
      <Subtitle2 as="h2" block className={styles.title}>
        {t.steps}
      </Subtitle2>
      <ol className={styles.list}>
        {script.steps.map(({ title, minutes }, at) => (
          <li key={at}>
            <Button
              appearance="subtle"
              className={mergeClasses(styles.step, at === current && styles.current)}
              {...(at === current && { 'aria-current': 'step' as const })}
              onClick={() => onPick(at)}
            >
              <span className={styles.quiet}>{at + 1}</span>
              <span lang={script.language}>{title}</span>
              <span className={styles.quiet}>{clockTime(minutes * 60_000)}</span>
            </Button>
          </li>
        ))}
      </ol>
      <Text as="p" block size={200} className={styles.keys}>
        {t.keys}
      </Text>
    </section>
  )
}
