import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Link as RouterLink, useLocation } from 'wouter'
import { useTexts } from '../../i18n/language.ts'
import type { Texts } from '../../i18n/shared-texts.en.ts'
import { paths } from '../../paths.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'

const useStyles = makeStyles({
  scroll: {
    marginBlock: '8px 20px',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  // The first name begins where the page does.
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    listStyle: 'none',
    margin: 0,
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalMNudge})`,
    padding: 0,
  },
  // As Fluent's tabs look. These are links: each leads to a page of its own.
  view: {
    position: 'relative',
    display: 'block',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalMNudge}`,
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase300,
    outlineOffset: '-2px',
    ':hover': { color: tokens.colorNeutralForeground2Hover, textDecorationLine: 'none' },
    '::after': {
      content: '""',
      position: 'absolute',
      insetInline: tokens.spacingHorizontalMNudge,
      bottom: 0,
      height: tokens.strokeWidthThicker,
      borderRadius: tokens.borderRadiusCircular,
    },
    ':hover::after': { backgroundColor: tokens.colorNeutralStroke1Hover },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': { backgroundColor: tokens.colorCompoundBrandStroke, forcedColorAdjust: 'none' },
    ':hover::after': { backgroundColor: tokens.colorCompoundBrandStrokeHover },
    '@media (forced-colors: active)': { '::after': { backgroundColor: 'Highlight' } },
  },
  // The name of the current one is bold: each has the room for it, so that none moves.
  name: {
    display: 'inline-grid',
    '::after': {
      content: 'attr(data-name) / ""',
      height: 0,
      visibility: 'hidden',
      overflow: 'hidden',
      fontWeight: tokens.fontWeightSemibold,
    },
  },
})

interface PageWithViewsProps {
  /** the pages of the portal, by their names in `paths`: this one, then its other views */
  views: readonly [View, ...View[]]
  subtitle: ReactNode
  actions?: ReactNode
  /** the view of the address */
  children?: ReactNode
}

type View = keyof typeof paths & (keyof Texts['shell']['sections'] | keyof Texts['shell']['views'])

/** A page of several views with one header: links to all of them have the place and the look of tabs. */
export function PageWithViews({ views, children, ...header }: PageWithViewsProps) {
  const styles = useStyles()
  const { shell } = useTexts()
  const [here] = useLocation()
  const names = { ...shell.sections, ...shell.views }
  const [first, ...others] = views
  const other = others.find((view) => paths[view] === here)
  return (
    <>
      <PageHeader title={names[first]} {...(other && { part: names[other] })} crumbs={[]} overTabs {...header} />
      <nav aria-label={shell.viewsLabel} className={styles.scroll}>
        <ul className={styles.list}>
          {views.map((view) => (
            <li key={view}>
              <RouterLink href={paths[view]} asChild>
                <Link
                  className={mergeClasses(styles.view, view === (other ?? first) && styles.current)}
                  {...(view === (other ?? first) && { 'aria-current': 'page' as const })}
                >
                  <span className={styles.name} data-name={names[view]}>
                    {names[view]}
                  </span>
                </Link>
              </RouterLink>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </>
  )
}
