import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useLayoutEffect } from 'react'
import { lazyWithQueries } from '../../api/answers/lazy-queries.ts'
import { useAuthentication } from '../../auth/use-authentication.ts'
import { useTexts } from '../../i18n/language.ts'
import { tourId, useChosenScenario } from '../chosen-scenario.ts'
import { useIsPresented } from '../presenting/pairing.ts'

// Only users of a demo load it.
const DemoBar = lazyWithQueries(() => import('./DemoBar.tsx').then((part) => part.DemoBar))

const useStyles = makeStyles({
  banner: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    height: '40px',
    paddingLeft: '16px',
    paddingRight: '16px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 639px)': { columnGap: '4px', paddingLeft: '8px', paddingRight: '8px' },
    '&[hidden]': { display: 'none' },
  },
  // Two lines at most, in a narrow window.
  line: { lineHeight: '16px', maxHeight: '32px', overflow: 'hidden' },
  badge: {
    flexShrink: 0,
    paddingLeft: '8px',
    paddingRight: '8px',
    lineHeight: '22px',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
})

/**
 * In the demo only: says that this Azure is simulated, and contains its controls after sign-in. The server marks the
 * page, so that the bar is there before the script (first-paint.css).
 */
export function DemoBanner() {
  const styles = useStyles()
  const { demo } = useTexts()
  const authentication = useAuthentication()
  const page = document.documentElement.dataset
  const environment = 'configuration' in authentication ? authentication.configuration.environment : page['environment']
  useLayoutEffect(() => {
    // A page that another server sent, as in development, has no mark.
    if (environment !== undefined) page['environment'] = environment
  }, [page, environment])
  // The room of its steps is there before they are. Those of the tour are cards.
  const chosen = useChosenScenario()
  const isPresented = useIsPresented()
  const hasSteps = chosen !== undefined && chosen.id !== tourId && !isPresented && authentication.status === 'signedIn'
  useLayoutEffect(() => {
    const { documentElement } = document
    documentElement.toggleAttribute('data-steps', hasSteps)
    documentElement.toggleAttribute('data-presented', isPresented)
  }, [hasSteps, isPresented])
  if (environment !== 'demo') return null
  return (
    // Its audience sees the portal alone. The presenter has the demo's controls.
    <aside className={styles.banner} aria-label={demo.badge} hidden={isPresented}>
      <Text size={200} weight="semibold" className={styles.badge}>
        {demo.badge}
      </Text>
      {authentication.status === 'signedIn' && <DemoBar account={authentication.account} />}
      {authentication.status === 'signedOut' && (
        <Text size={200} className={styles.line}>
          {demo.signedOut}
        </Text>
      )}
    </aside>
  )
}
