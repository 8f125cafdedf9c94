import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { ChevronRight16Regular } from '@fluentui/react-icons'
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useTexts } from '../i18n/language.ts'
import { paths } from '../paths.ts'
import { isDialogOverPages } from './dialog/dialog-focus.ts'
import { Quiet } from './Quiet.tsx'
import { ReadOutOnly } from './ReadOutOnly.tsx'
import { RouteLink } from './RouteLink.tsx'
import { Stack } from './Stack.tsx'

const useStyles = makeStyles({
  header: { display: 'flex', flexDirection: 'column', rowGap: '8px', marginBottom: '24px' },
  // One line: the way, then the title as its last part.
  overTabs: {
    marginBottom: 0,
    '@media (min-width: 640px)': { flexDirection: 'row', alignItems: 'center', columnGap: '4px', minHeight: '40px' },
  },
  closeToTabs: { marginBottom: 0 },
  lastOfWay: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  way: { '@media print': { display: 'none' } },
  breadcrumb: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px',
    listStyle: 'none',
    margin: 0,
    padding: 0,
    minHeight: '20px',
    color: tokens.colorNeutralForeground3,
  },
  crumb: { display: 'inline-flex', alignItems: 'center', columnGap: '4px' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    justifyContent: 'space-between',
    gap: '16px',
    flexGrow: 1,
    minWidth: 0,
  },
  inLine: { alignItems: 'center', columnGap: '8px', rowGap: 0 },
  title: {
    ...typographyStyles.title2,
    margin: 0,
    overflowWrap: 'anywhere',
    ':focus': { outlineStyle: 'none' },
    '@media (max-width: 639px)': { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  },
  // The state comes late, at the end of the line, or in one kept for it where the line is short: it moves nothing.
  below: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', minHeight: '24px' },
  state: { minHeight: '20px', '@media (max-width: 639px)': { flexBasis: '100%' } },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', '@media print': { display: 'none' } },
})

export interface Crumb {
  text: string
  href: string
}

interface Props {
  title: string
  /** the part of the page on screen, in the browser tab's title and read out with the heading */
  part?: string
  /** the way here, without Home and without this page */
  crumbs?: Crumb[]
  /** what kind of thing this is */
  subtitle?: ReactNode
  /** the state of the thing, beside its kind; null while it is not known */
  state?: ReactNode
  actions?: ReactNode
  /** the page's tabs follow it at once */
  overTabs?: boolean
}

let isFirstPage = true

// A page's own tabs, and what its list shows, are in the address too; going from one to another is not going to another
// page.
const withinPage = [
  'tab',
  'subscription',
  'search',
  'sort',
  'direction',
  'encryption',
  'storage',
  'state',
  'type',
  'health',
  'event',
  'of',
  'view',
  'shown',
  'kind',
  'location',
  'gallery',
  'region',
  'age',
  'image',
  'by',
]

function placeOf(search: string): string {
  const query = new URLSearchParams(search)
  for (const name of withinPage) query.delete(name)
  return query.toString()
}

/**
 * The header of a page: breadcrumb, the only h1, actions. It sets the title of the browser tab and gets the focus when
 * one page follows another.
 */
export function PageHeader({ title, part, crumbs, subtitle, state, actions, overTabs = false }: Props) {
  const styles = useStyles()
  const { product, shell } = useTexts()
  const heading = useRef<HTMLHeadingElement>(null)
  const [path] = useLocation()
  const place = placeOf(useSearch())
  const isInLine = overTabs && subtitle === undefined

  useEffect(() => {
    const names = part === undefined ? [title, product] : [part, title, product]
    document.title = title === product ? product : names.join(' · ')
  }, [title, part, product])

  // A screen reader does not announce a changed page; the heading is read when it gets the focus. That is before the
  // page is shown, and once: later, it could take the focus from a field that the user has just gone to.
  const shownAt = useRef<string>(undefined)
  useLayoutEffect(() => {
    const at = `${path} ${place}`
    // React runs it again for a page that it has hidden while code came.
    if (shownAt.current === at) return
    shownAt.current = at
    if (!isFirstPage && !isDialogOverPages()) heading.current?.focus({ preventScroll: true })
    isFirstPage = false
    window.scrollTo({ top: 0 })
  }, [path, place])

  return (
    <div className={mergeClasses(styles.header, isInLine ? styles.overTabs : overTabs && styles.closeToTabs)}>
      {crumbs && (
        <nav aria-label={shell.breadcrumb} className={styles.way}>
          <ol className={styles.breadcrumb}>
            {[{ text: shell.home, href: paths.home }, ...crumbs].map((crumb) => (
              <li key={crumb.href} className={styles.crumb}>
                <RouteLink href={crumb.href}>{crumb.text}</RouteLink>
                <ChevronRight16Regular aria-hidden />
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className={mergeClasses(styles.row, isInLine && styles.inLine)}>
        <Stack shrinks>
          <h1 ref={heading} tabIndex={-1} className={mergeClasses(styles.title, isInLine && styles.lastOfWay)}>
            {title}
            {part !== undefined && <ReadOutOnly as="span"> {part}</ReadOutOnly>}
          </h1>
          {subtitle && (
            <div className={styles.below}>
              <Quiet>{subtitle}</Quiet>
              {state !== undefined && <div className={styles.state}>{state}</div>}
            </div>
          )}
        </Stack>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
