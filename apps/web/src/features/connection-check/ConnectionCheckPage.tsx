import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons'
import { signInRefusal } from '../../auth/authentication.ts'
import { useAuthentication } from '../../auth/use-authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useConnectionTexts } from '../../i18n/portal/use-connection-texts.ts'
import { ProblemMessage } from '../../parts/problem/ProblemMessage.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { checkedLinks } from './checked-links.ts'
import { CheckSummary } from './CheckSummary.tsx'
import { connectionReport } from './connection-report.ts'
import { LinkTable } from './LinkTable.tsx'
import { SignInFirst } from './SignInFirst.tsx'
import { useConnectionCheck } from './use-connection-check.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
})

/** Each step of the connection to Azure, checked when the page is opened; also for users who can't sign in. */
export function ConnectionCheckPage() {
  const authentication = useAuthentication()
  const t = useConnectionTexts()
  const isSignedIn = authentication.status === 'signedIn'
  return (
    <>
      <PageHeader title={t.title} subtitle={t.subtitle} />
      <Panel>
        {!isSignedIn && <SignInFirst canSignIn={authentication.status === 'signedOut'} />}
        <Check key={isSignedIn ? authentication.account.key : ''} />
      </Panel>
    </>
  )
}

function Check() {
  const styles = useStyles()
  const t = useConnectionTexts()
  const { dateTime } = useFormats()
  const { found, error, isChecking, subscriptionId, choose, again } = useConnectionCheck()
  const links = found && checkedLinks(found.check, { receivedAt: found.receivedAt, signInRefusal: signInRefusal() })
  return (
    <div className={styles.content}>
      <CheckSummary links={links} isChecking={isChecking} />
      {error !== undefined && !isChecking && <ProblemMessage error={error} onRetry={again} />}
      {links === undefined && isChecking && <LoadingRows rows={10} height={48} />}
      {found && links && (
        <>
          <div className={styles.actions}>
            <Button
              appearance="primary"
              icon={<ArrowClockwiseRegular />}
              disabledFocusable={isChecking}
              onClick={again}
            >
              {t.checkAgain}
            </Button>
            <CopyButton
              key={found.receivedAt}
              text={connectionReport(
                links,
                {
                  origin: window.location.origin,
                  time: `${dateTime(found.check.serverTime)} (${found.check.serverTime})`,
                },
                t,
              )}
            >
              {t.copy}
            </CopyButton>
          </div>
          {found.check.subscriptions.length > 1 && (
            <FormRow label={t.providersOf}>
              <Choice
                value={subscriptionId ?? found.check.subscriptionId ?? ''}
                options={found.check.subscriptions.map((each) => ({
                  value: each.subscriptionId,
                  label: each.displayName,
                }))}
                onChoose={choose}
              />
            </FormRow>
          )}
          <LinkTable links={links} subscriptionId={found.check.subscriptionId} />
        </>
      )}
    </div>
  )
}
