import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeftRegular, ArrowResetRegular, ArrowRightRegular } from '@fluentui/react-icons'
import type { PresenterScript } from '@portal/portal-api'
import { usePresenterTexts } from '../texts/presenter-texts.ts'

const useStyles = makeStyles({
  row: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    columnGap: '8px',
    padding: '12px 24px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 799px)': { paddingLeft: '16px', paddingRight: '16px' },
    '@media print': { display: 'none' },
    // It would cover half of a window at 400 %.
    '@media (max-height: 400px)': { position: 'static' },
  },
  previous: { flexShrink: 0, minHeight: '56px', minWidth: 'auto' },
  // As large as there is room: it is pressed without looking.
  next: { flexGrow: 1, minWidth: 0, minHeight: '56px' },
  title: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
  },
})

interface StepButtonsProps {
  script: PresenterScript
  /** the step that the large button starts, from 0 */
  following: number
  hasStarted: boolean
  onNext: () => void
  /** the script is at its end */
  onFinish: () => void
  onPrevious?: () => void
}

/** The way to the next step, with its title, and back. */
export function StepButtons({ script, following, hasStarted, onNext, onFinish, onPrevious }: StepButtonsProps) {
  const styles = useStyles()
  const t = usePresenterTexts()
  const next = script.steps[following]
  const text = next === undefined ? t.finish : hasStarted ? t.next(next.title) : t.start(next.title)
  return (
    <div className={styles.row}>
      <Button
        size="large"
        className={styles.previous}
        icon={<ArrowLeftRegular />}
        disabledFocusable={onPrevious === undefined}
        onClick={onPrevious}
        aria-keyshortcuts="PageUp ArrowLeft"
        aria-label={t.previous}
        title={t.previous}
      />
      <Button
        size="large"
        appearance="primary"
        className={styles.next}
        icon={next === undefined ? <ArrowResetRegular /> : <ArrowRightRegular />}
        iconPosition="after"
        // No key finishes: one that is pressed once too often resets nothing.
        {...(next === undefined
          ? { onClick: onFinish }
          : { onClick: onNext, 'aria-keyshortcuts': 'PageDown ArrowRight' })}
      >
        <span className={styles.title}>{text}</span>
      </Button>
    </div>
  )
}
