import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Link as RouterLink, useLocation } from 'wouter'
import { useTexts } from '../../i18n/language.ts'
import { paths } from '../../paths.ts'

/** Pages that are views of the same thing, in the order in which each of them leads to the others. */
const views = {
  imageVersions: ['imageVersions', 'galleries'],
  keys: ['diskEncryptionSets', 'keyHealth', 'keyImpact'],
} as const

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

/** Links to the other views of what a page shows, in the place and with the look of tabs, below its header. */
export function PageViews({ of }: { of: keyof typeof views }) {
  const styles = useStyles()
  const { shell } = useTexts()
  const [here] = useLocation()
  const names = { ...shell.sections, ...shell.estatePages }
  return (
    <nav aria-label={shell.views} className={styles.scroll}>
      <ul className={styles.list}>
        {views[of].map((view) => (
          <li key={view}>
            <RouterLink href={paths[view]} asChild>
              <Link
                className={mergeClasses(styles.view, paths[view] === here && styles.current)}
                {...(paths[view] === here && { 'aria-current': 'page' as const })}
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
  )
}
