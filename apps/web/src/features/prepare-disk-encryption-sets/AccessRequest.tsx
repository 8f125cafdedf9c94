import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { accessRequestCommand, type Preparation } from '@portal/image-version'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { usePreparationTexts } from '../../i18n/disk-encryption-sets/use-preparation-texts.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'

const useStyles = makeStyles({
  request: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  text: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
})

/** A request to send to someone who can grant the user permission to assign roles. */
export function AccessRequest({ preparation }: { preparation: Preparation }) {
  const styles = useStyles()
  const t = usePreparationTexts().preview
  const { account } = useSignedIn()
  const request = t.request(accessRequestCommand(preparation, account.username))
  return (
    <div className={styles.request}>
      <Subtitle2 as="h3" className={styles.heading}>
        {t.requestTitle}
      </Subtitle2>
      <Text as="p" size={200} className={styles.text}>
        {request}
      </Text>
      <CopyButton text={request}>{t.copyRequest}</CopyButton>
    </div>
  )
}
