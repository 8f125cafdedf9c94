import { Button, LargeTitle, makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import { signIn, switchAccount, type Account } from '../auth/authentication.ts'
import { useTexts } from '../i18n/language.ts'
import { helpPath, paths } from '../paths.ts'
import { preloadPage } from '../routes.tsx'
import { RouteLink } from '../ui/RouteLink.tsx'
import { GuestSignIn } from './GuestSignIn.tsx'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: '24px',
    maxWidth: '720px',
    paddingBlock: '32px',
  },
  title: {
    margin: 0,
    '@media (max-width: 639px)': { fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700 },
  },
  lead: { color: tokens.colorNeutralForeground2 },
  points: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '12px' },
  point: { display: 'flex', columnGap: '8px', alignItems: 'start' },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorBrandForeground1 },
  accounts: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '8px' },
  action: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px' },
  // Plain elements, because a MessageBar would add 5 kB to everyone's first page.
  note: {
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  links: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '8px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  alert: { color: tokens.colorStatusDangerForeground1 },
})

interface Props {
  /** the user came back from the sign-in page without having signed in */
  interrupted: boolean
  /** the sign-in ended because of inactivity */
  unattended: boolean
  isDemo: boolean
  /** of other people who are still signed in in this tab, after one of them signed out */
  accounts: Account[]
  /** the portal serves several directories */
  takesGuests: boolean
}

/** What the portal does, and the way in. */
export function LandingPage({ interrupted, unattended, isDemo, accounts, takesGuests }: Props) {
  const styles = useStyles()
  const { auth, product } = useTexts()
  const [leaving, setLeaving] = useState(false)
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    document.title = product
  }, [product])

  const leave = () => {
    setLeaving(true)
    setFailed(false)
    signIn().catch(() => {
      setLeaving(false)
      setFailed(true)
    })
  }

  const prepare = () => preloadPage(window.location.pathname)

  return (
    <div className={styles.root}>
      <LargeTitle as="h1" className={styles.title}>
        {auth.landingTitle}
      </LargeTitle>
      <Text size={400} className={styles.lead}>
        {auth.landingText}
      </Text>
      <ul className={styles.points}>
        {auth.landingPoints.map((point) => (
          <li key={point} className={styles.point}>
            <CheckmarkCircleRegular className={styles.icon} aria-hidden />
            <Text>{point}</Text>
          </li>
        ))}
      </ul>
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
      {accounts.length > 0 && (
        <div className={styles.accounts}>
          {accounts.map(({ key, name, username }) => (
            <Button key={key} onClick={() => switchAccount(key)}>
              {auth.continueAs(name, username)}
            </Button>
          ))}
        </div>
      )}
      <div className={styles.action}>
        <Button
          appearance="primary"
          size="large"
          onClick={leave}
          onPointerEnter={prepare}
          onFocus={prepare}
          disabledFocusable={leaving}
        >
          {auth.signIn}
        </Button>
        <Text className={styles.quiet}>{isDemo ? auth.demoUsers : auth.signInWith}</Text>
      </div>
      {takesGuests && !isDemo && <GuestSignIn />}
      <div className={styles.links}>
        <RouteLink href={helpPath()}>{auth.readGuide}</RouteLink>
        <RouteLink href={paths.connectionCheck}>{auth.checkConnection}</RouteLink>
      </div>
    </div>
  )
}
