import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { useAuthentication } from '../auth/use-authentication.ts'
import { useChosenScenario } from '../demo/chosen-scenario.ts'
import { useTexts } from '../i18n/language.ts'

// Nobody but the users of a demonstration loads it.
const DemoBar = lazy(() => import('./demo-bar/DemoBar.tsx').then((module) => ({ default: module.DemoBar })))

const useStyles = makeStyles({
  banner: {
    display: 'flex',
    alignItems: 'start',
    columnGap: '12px',
    minHeight: '40px',
    padding: '7px 16px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    // Two rows, in the longer language.
    '@media (min-width: 640px) and (max-width: 819px)': { minHeight: '68px' },
  },
  // The place of its second line, which comes later.
  withScenario: { '@media (min-width: 820px)': { minHeight: '76px' } },
  line: { lineHeight: '24px' },
  badge: {
    flexShrink: 0,
    paddingInline: '8px',
    lineHeight: '22px',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
})

/** In the demonstration only: says that this Azure is simulated, and holds its controls once someone has signed in. */
export function DemoBanner() {
  const styles = useStyles()
  const { demo } = useTexts()
  const authentication = useAuthentication()
  const isTrying = useChosenScenario() !== undefined
  if (authentication.status !== 'signedIn' && authentication.status !== 'signedOut') return null
  if (authentication.configuration.environment !== 'demo') return null
  return (
    <aside className={mergeClasses(styles.banner, isTrying && styles.withScenario)} aria-label={demo.badge}>
      <Text size={200} weight="semibold" className={styles.badge}>
        {demo.badge}
      </Text>
      {authentication.status === 'signedIn' ? (
        <Suspense fallback={null}>
          <DemoBar account={authentication.account} />
        </Suspense>
      ) : (
        <Text size={200} className={styles.line}>
          {demo.signedOut}
        </Text>
      )}
    </aside>
  )
}
