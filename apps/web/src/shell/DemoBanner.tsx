import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useEffect } from 'react'
import { useAuthentication } from '../auth/use-authentication.ts'
import { useChosenScenario } from '../demo/chosen-scenario.ts'
import { useTexts } from '../i18n/language.ts'
import { storeChoice, storedChoice } from '../stored-choice.ts'

// Only users of a demo load it.
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
  },
  // The space of its second line, which is loaded later.
  withScenario: { '@media (min-width: 640px)': { minHeight: '76px' } },
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

const storageKey = 'environment'

/** In the demo only: says that this Azure is simulated, and contains its controls after sign-in. */
export function DemoBanner() {
  const styles = useStyles()
  const { demo } = useTexts()
  const authentication = useAuthentication()
  const isTrying = useChosenScenario() !== undefined
  const environment = 'configuration' in authentication ? authentication.configuration.environment : undefined
  useEffect(() => {
    if (environment) storeChoice(storageKey, environment)
  }, [environment])
  // Until it is known, the last state, so that nothing jumps.
  if ((environment ?? storedChoice(storageKey, ['azure', 'demo'])) !== 'demo') return null
  return (
    <aside className={mergeClasses(styles.banner, isTrying && styles.withScenario)} aria-label={demo.badge}>
      <Text size={200} weight="semibold" className={styles.badge}>
        {demo.badge}
      </Text>
      {authentication.status === 'signedIn' && (
        <Suspense fallback={null}>
          <DemoBar account={authentication.account} />
        </Suspense>
      )}
      {authentication.status === 'signedOut' && (
        <Text size={200} className={styles.line}>
          {demo.signedOut}
        </Text>
      )}
    </aside>
  )
}
