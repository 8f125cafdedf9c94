import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTexts } from '../i18n/language.ts'
import { DemoBanner } from './DemoBanner.tsx'
import { Navigation } from './Navigation.tsx'
import { ReadOnlyBar } from './ReadOnlyBar.tsx'
import { TopBar } from './TopBar.tsx'

const useStyles = makeStyles({
  shell: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100vh',
    // What is printed is the page alone.
    '@media print': { '& > *:not(main)': { display: 'none' } },
  },
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
  },
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

/** The frame of every page. */
export function PortalShell({ children }: { children: ReactNode }) {
  const styles = useStyles()
  const { shell } = useTexts()
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {shell.skipToContent}
      </a>
      <TopBar />
      <Navigation />
      <DemoBanner />
      <ReadOnlyBar />
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  )
}
