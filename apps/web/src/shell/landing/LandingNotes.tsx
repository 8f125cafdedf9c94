import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTexts } from '../../i18n/language.ts'

const useStyles = makeStyles({
  // Plain elements, because a MessageBar would add 5 kB to everyone's first page.
  note: {
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  alert: { color: tokens.colorStatusDangerForeground1 },
})

interface LandingNotesProps {
  /** the sign-in page could not be reached */
  failed: boolean
  interrupted: boolean
  unattended: boolean
}

/** Why a user is here again, above the ways in. */
export function LandingNotes({ failed, interrupted, unattended }: LandingNotesProps) {
  const styles = useStyles()
  const { auth } = useTexts()
  return (
    <>
      {(failed || interrupted) && (
        <Text role="alert" className={styles.alert}>
          {failed ? auth.signInPageUnreachable : auth.interrupted}
        </Text>
      )}
      {unattended && (
        <Text role="status" className={styles.note}>
          {auth.endedUnattended}
        </Text>
      )}
    </>
  )
}
