import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Link as RouterLink, useLocation } from 'wouter'
import { useAuthentication } from '../auth/use-authentication.ts'
import { useTexts } from '../i18n/language.ts'
import { paths } from '../paths.ts'

const useStyles = makeStyles({
  links: {
    display: 'flex',
    columnGap: '4px',
    margin: 0,
    padding: '0 12px',
    listStyle: 'none',
    // In a narrow window the row scrolls; a focused link scrolls into view automatically.
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 639px)': { padding: '0 4px' },
  },
  link: {
    display: 'block',
    padding: '10px 12px 8px',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    borderBottom: '2px solid transparent',
    ':hover': { color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
})

// The target of each, and the pages below it.
const sections = [
  { key: 'galleries', path: paths.galleries, below: [paths.gallery, paths.imageDefinition] },
  { key: 'imageVersions', path: paths.imageVersions, below: [paths.imageVersion] },
  { key: 'diskEncryptionSets', path: paths.diskEncryptionSets, below: [paths.diskEncryptionSet] },
  { key: 'prerequisites', path: paths.prerequisites, below: [] },
] as const

/** Links to the portal's main pages, after sign-in. */
export function Navigation() {
  const styles = useStyles()
  const { shell } = useTexts()
  const [path] = useLocation()
  if (useAuthentication().status !== 'signedIn') return null
  return (
    <nav aria-label={shell.navigation}>
      <ul className={styles.links}>
        {sections.map(({ key, path: to, below }) => {
          const isWithin = path === to || below.some((page) => page === path)
          return (
            <li key={key}>
              <RouterLink
                href={to}
                className={mergeClasses(styles.link, isWithin && styles.current)}
                {...(isWithin && { 'aria-current': path === to ? 'page' : 'true' })}
              >
                {shell.sections[key]}
              </RouterLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
