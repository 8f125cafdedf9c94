import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { useAuthentication } from '../../auth/use-authentication.ts'
import { storeChoice, storedChoice } from '../../stored-choice.ts'
import { useNarrow, useMatches } from '../../ui/use-narrow.ts'
import { useNavigationShown } from './use-navigation-shown.ts'

// Fluent's navigation is not in the code of the first page.
const NavigationContent = lazy(() =>
  import('../signed-in-parts.ts').then((part) => ({ default: part.NavigationContent })),
)

const useStyles = makeStyles({
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
export function NavigationColumn() {
  const styles = useStyles()
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
  const styles = useStyles()
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
