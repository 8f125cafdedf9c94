import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Link as RouterLink } from 'wouter'
import { useLanguage } from '../../i18n/language.ts'
import { Quiet } from '../../ui/Quiet.tsx'
import { guidePages, titleOf } from './guide.ts'
import { addressOf } from './GuideNavigation.tsx'
import { useHelpTexts } from './help-texts.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
    gap: '12px',
    marginTop: '48px',
    '@media print': { display: 'none' },
  },
  link: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    padding: '12px 16px',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  next: { alignItems: 'end', textAlign: 'end' },
})

/** The page before and the page after, at the end of a page. */
export function GuideTurner({ current }: { current: string }) {
  const t = useHelpTexts()
  const language = useLanguage()
  const styles = useStyles()
  const at = guidePages.indexOf(current)
  const link = (name: string | undefined, direction: string, className?: string) =>
    name !== undefined && (
      <RouterLink href={addressOf(name)} className={mergeClasses(styles.link, className)}>
        <Quiet size={200}>{direction}</Quiet>
        {titleOf(language, name)}
      </RouterLink>
    )
  return (
    <nav aria-label={t.turnPages} className={styles.row}>
      {link(guidePages[at - 1], t.previous)}
      {link(guidePages[at + 1], t.next, styles.next)}
    </nav>
  )
}
