import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Link as RouterLink } from 'wouter'
import { useEstateTexts } from '../../../i18n/estate/use-estate-texts.ts'
import { estateViews, useEstateViews, type EstateView } from './use-estate-views.ts'

const useStyles = makeStyles({
  scroll: {
    overflowX: 'auto',
    marginBottom: '20px',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  list: { display: 'flex', listStyle: 'none', margin: 0, padding: 0 },
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

/** Links to the views of the estate, in the place and with the look of tabs. */
export function EstateViews({ current }: { current: EstateView }) {
  const styles = useStyles()
  const { views } = useEstateTexts()
  const names = useEstateViews()
  return (
    <nav aria-label={views} className={styles.scroll}>
      <ul className={styles.list}>
        {estateViews.map(([view, path]) => (
          <li key={view}>
            <RouterLink href={path} asChild>
              <Link
                className={mergeClasses(styles.view, view === current && styles.current)}
                {...(view === current && { 'aria-current': 'page' as const })}
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
