import {
  makeStyles,
  PositioningConfigurationProvider,
  tokens,
  type PositioningConfigurationFn,
} from '@fluentui/react-components'
import { useLayoutEffect, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { DemoBanner } from '../demo/bar/DemoBanner.tsx'
import { useTexts } from '../i18n/language.ts'
import { paths } from '../paths.ts'
import { NavigationColumn } from './navigation/NavigationColumn.tsx'
import { ReadOnlyBar } from './ReadOnlyBar.tsx'
import { TopBar } from './top-bar/TopBar.tsx'

// What opens at the bars is fixed, as they are: content that arrives late may scroll the page, and a panel that follows
// a frame later is missed by a click.
const inTheBars: PositioningConfigurationFn = ({ options }) => ({ ...options, strategy: 'fixed' })

const onScreenOnly = { '@media print': { display: 'none' } } as const

const useStyles = makeStyles({
  shell: { display: 'flex', flexDirection: 'column', minHeight: '100vh' },
  skip: {
    position: 'fixed',
    top: '-100px',
    left: '8px',
    zIndex: 20,
    padding: '8px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    ':focus': { top: '8px' },
    ...onScreenOnly,
  },
  // As high as `--bars` of first-paint.css says, which whatever is sticky below them needs too.
  bars: {
    position: 'sticky',
    top: 0,
    zIndex: 10,
    height: 'var(--bars)',
    // They would cover half of a window at 400 %.
    '@media (max-height: 400px)': { position: 'relative' },
    ...onScreenOnly,
  },
  body: { flexGrow: 1, display: 'flex' },
  page: { flexGrow: 1, display: 'flex', flexDirection: 'column', minWidth: 0 },
  main: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    padding: '16px 24px 32px',
    '@media (max-width: 639px)': { padding: '12px 16px 24px' },
    ':focus': { outlineStyle: 'none' },
  },
})

/** The frame of every page: the bars at the top, the navigation at the left, and the page, which alone is printed. */
export function PortalShell({ children }: { children: ReactNode }) {
  const styles = useStyles()
  const { shell } = useTexts()
  const [path] = useLocation()
  // The presenter's window has no bars, from the first paint on.
  const isBare = path === paths.presenter
  useLayoutEffect(() => void document.documentElement.toggleAttribute('data-bare', isBare), [isBare])
  if (isBare) return <main id="content">{children}</main>
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {shell.skipToContent}
      </a>
      <div className={styles.bars}>
        <PositioningConfigurationProvider value={inTheBars}>
          <TopBar />
          <DemoBanner />
        </PositioningConfigurationProvider>
      </div>
      <div className={styles.body}>
        <NavigationColumn />
        <div className={styles.page}>
          <ReadOnlyBar />
          <main id="content" tabIndex={-1} className={styles.main}>
            {children}
          </main>
        </div>
      </div>
    </div>
  )
}
