import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTexts } from '../i18n/language.ts'

const useStyles = makeStyles({
  note: {
    padding: '8px 12px',
    marginBottom: '16px',
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
})

/** For a user who returned from Entra ID without completing the request. */
export function InterruptedNote() {
  const styles = useStyles()
  const { auth } = useTexts()
  return (
    <Text role="alert" block className={styles.note}>
      {auth.verificationInterrupted}
    </Text>
  )
}
