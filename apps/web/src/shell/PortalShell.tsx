import {
  makeStyles,
  PositioningConfigurationProvider,
  tokens,
  type PositioningConfigurationFn,
  mergeClasses,
} from '@fluentui/react-components'
import { useLayoutEffect, type ReactNode, lazy, Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import { useAuthentication } from '../auth/use-authentication.ts'
import { DemoBanner } from '../demo/bar/DemoBanner.tsx'
import { useTexts } from '../i18n/language.ts'
import { paths } from '../paths.ts'
import { storeChoice, storedChoice } from '../stored-choice.ts'
import { useNarrow, useMatches } from '../ui/use-narrow.ts'
import { useNavigationShown } from './navigation/use-navigation-shown.ts'
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

// The same elements at every page: React renders them again only for what they follow themselves.
const bars = (
  <PositioningConfigurationProvider value={inTheBars}>
    <TopBar />
    <DemoBanner />
  </PositioningConfigurationProvider>
)
const navigation = <NavigationColumn />

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
      <div className={styles.bars}>{bars}</div>
      <div className={styles.body}>
        {navigation}
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

// Fluent's navigation is not in the code of the first page.
const NavigationContent = lazy(() =>
  import('./signed-in-parts.ts').then((part) => ({ default: part.NavigationContent })),
)

const useNavigationColumnStyles = makeStyles({
  column: {
    position: 'sticky',
    top: 'var(--bars)',
    alignSelf: 'start',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    // As wide as the longest name, in bold, of both languages.
    width: '244px',
    height: 'calc(100vh - var(--bars))',
    padding: '8px 3px 8px 4px',
    boxSizing: 'border-box',
    overflowX: 'hidden',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground4,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  folded: { width: '64px' },
  row: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    height: '40px',
    paddingLeft: '10px',
    paddingRight: '10px',
    columnGap: '12px',
  },
  icon: { flexShrink: 0, width: '20px', height: '20px' },
  name: { width: '112px', height: '12px' },
  block: { backgroundColor: tokens.colorNeutralStencil1, borderRadius: tokens.borderRadiusMedium },
})

/**
 * The navigation at the left, for signed-in users and windows from 640 px on: its width is there from the first
 * render, and nothing moves when its links arrive.
 */
function NavigationColumn() {
  const styles = useNavigationColumnStyles()
  const [isFolded, fold] = useFold()
  const isShown = useNavigationShown()
  const narrow = useNarrow()
  const { status } = useAuthentication()
  if (!isShown || narrow) return null
  const placeholder = <Placeholder isFolded={isFolded} />
  return (
    <div className={mergeClasses(styles.column, isFolded && styles.folded)}>
      {status === 'signedIn' ? (
        <Suspense fallback={placeholder}>
          <NavigationContent isFolded={isFolded} onFold={fold} />
        </Suspense>
      ) : (
        placeholder
      )}
    </div>
  )
}

// Plain boxes where icons and names will be.
function Placeholder({ isFolded }: { isFolded: boolean }) {
  const styles = useNavigationColumnStyles()
  return Array.from({ length: 5 }, (_, row) => (
    <div key={row} className={styles.row}>
      <div className={mergeClasses(styles.block, styles.icon)} />
      {!isFolded && <div className={mergeClasses(styles.block, styles.name)} />}
    </div>
  ))
}

const choices = ['folded', 'expanded'] as const
type Choice = (typeof choices)[number]

/**
 * Whether the navigation is folded, and a function that changes it. Wide windows (from 1360 px) begin with
 * the whole names, others with a word under each icon; the user's choice is kept for each of the two.
 */
function useFold(): [boolean, () => void] {
  const isWide = useMatches('(min-width: 1360px)')
  const key = isWide ? 'navigation-in-wide-window' : 'navigation'
  const [made, setMade] = useState<Record<string, Choice>>({})
  const choice = made[key] ?? storedChoice(key, choices) ?? (isWide ? 'expanded' : 'folded')
  const change = () => {
    const next = choice === 'folded' ? 'expanded' : 'folded'
    storeChoice(key, next)
    setMade({ ...made, [key]: next })
  }
  return [choice === 'folded', change]
}
