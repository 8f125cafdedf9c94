import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useAuthentication } from '../auth/use-authentication.ts'
import { useTexts } from '../i18n/language.ts'

const useStyles = makeStyles({
  banner: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    minHeight: '32px',
    padding: '4px 16px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  badge: {
    paddingInline: '8px',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
})

/** Says, in the demonstration only, that this Azure is simulated, and as whom one looks at it. */
export function DemoBanner() {
  const styles = useStyles()
  const { demo } = useTexts()
  const authentication = useAuthentication()
  if (authentication.status !== 'signedIn' && authentication.status !== 'signedOut') return null
  if (authentication.configuration.environment !== 'demo') return null
  return (
    <aside className={styles.banner} aria-label={demo.badge}>
      <Text size={200} weight="semibold" className={styles.badge}>
        {demo.badge}
      </Text>
      <Text size={200}>
        {authentication.status === 'signedIn' ? demo.signedIn(authentication.account.name) : demo.signedOut}
      </Text>
    </aside>
  )
}
