import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { accessRequestCommand, type Preparation } from '@portal/disk-encryption'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { usePreparationTexts } from '../../texts/use-preparation-texts.ts'
import { RequestText } from './RequestText.tsx'

const useStyles = makeStyles({
  request: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: { margin: 0 },
})

/** A request to send to someone who can grant the user permission to assign roles. */
export function AccessRequest({ preparation }: { preparation: Preparation }) {
  const styles = useStyles()
  const t = usePreparationTexts().preview
  const { account } = useSignedIn()
  return (
    <div className={styles.request}>
      <Subtitle2 as="h3" className={styles.heading}>
        {t.requestTitle}
      </Subtitle2>
      <RequestText text={t.request(accessRequestCommand(preparation, account.username))} />
    </div>
  )
}
