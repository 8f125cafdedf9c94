import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { useUpdateTexts } from '../../i18n/use-update-texts.ts'

const useStyles = makeStyles({
  footer: {
    position: 'sticky',
    bottom: '0',
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} 0`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  summary: { marginLeft: 'auto', color: tokens.colorNeutralForeground2 },
})

interface UpdateFooterProps {
  changes: number
  /** those that are shown and stand against sending */
  problems: number
  inBatches: boolean
  isSending: boolean
  /** undefined: the user may not send it, which the page says above */
  onSend: (() => void) | undefined
}

/** How much is changed, and the button that sends it: always in view. */
export function UpdateFooter({ changes, problems, inBatches, isSending, onSend }: UpdateFooterProps) {
  const styles = useStyles()
  const t = useUpdateTexts().footer
  const summary = [t.changes(changes), ...(problems > 0 ? [t.problems(problems)] : [])].join(' · ')
  return (
    <div className={styles.footer}>
      {onSend && (
        <Button
          appearance="primary"
          disabledFocusable={isSending}
          icon={isSending ? <Spinner size="tiny" /> : null}
          onClick={onSend}
        >
          {isSending ? t.sending : inBatches ? t.start : t.send}
        </Button>
      )}
      <Text className={styles.summary} role="status">
        {summary}
      </Text>
    </div>
  )
}
