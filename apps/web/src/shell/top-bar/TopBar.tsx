import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Link as RouterLink } from 'wouter'
import { lazyWithQueries } from '../../api/answers/lazy-queries.ts'
import { useAuthentication } from '../../auth/use-authentication.ts'
import { useTexts } from '../../i18n/language.ts'
import { paths } from '../../paths.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { NavigationMenuButton } from '../navigation/NavigationMenuButton.tsx'
import { useNavigationShown } from '../navigation/use-navigation-shown.ts'

// Fluent's button and icons are not in the code of the first page.
const TopBarMenus = lazyPart(() => import('./TopBarMenus.tsx').then((module) => module.TopBarMenus))

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    height: '48px',
    paddingLeft: '16px',
    paddingRight: '16px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    // Visible only in forced colors, where the bar has no background of its own.
    borderBottom: '1px solid transparent',
    '@media (max-width: 639px)': { columnGap: '4px', paddingLeft: '8px', paddingRight: '8px' },
  },
  product: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    minWidth: 0,
    color: 'inherit',
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorNeutralForegroundOnBrand}`, outlineOffset: '2px' },
  },
  name: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    // Whole, on two lines, beside the menus; as first-paint.css has it.
    '@media (max-width: 479px)': {
      maxWidth: '130px',
      whiteSpace: 'normal',
      fontSize: tokens.fontSizeBase300,
      lineHeight: '16px',
    },
  },
  mark: { flexShrink: 0 },
  // The menu button has its place in a narrow window.
  besideMenuButton: { '@media (max-width: 639px)': { display: 'none' } },
  // Where the search and the menus leave no room for it.
  besideSearch: {
    '@media (max-width: 479px)': { display: 'none' },
    '@media (min-width: 640px) and (max-width: 899px)': { display: 'none' },
  },
  // The place of the search: as wide as the bar allows, an icon in a narrow window.
  search: {
    flex: '0 1 480px',
    minWidth: '32px',
    height: '32px',
    marginLeft: '12px',
    '@media (max-width: 639px)': { flex: '0 0 32px', marginLeft: 0 },
  },
  // Each menu has a place of fixed width, so that none moves another, whichever comes last.
  menus: {
    flexShrink: 0,
    marginLeft: 'auto',
    display: 'grid',
    gridTemplateColumns: 'repeat(2, 32px) 64px',
    alignItems: 'center',
    justifyItems: 'center',
    columnGap: '4px',
    '@media (max-width: 639px)': { gridTemplateColumns: 'repeat(2, 32px) 36px', columnGap: 0 },
  },
  // notifications, help, theme, language, account
  menusOfUser: {
    gridTemplateColumns: '52px repeat(2, 32px) 64px auto',
    '@media (max-width: 639px)': { gridTemplateColumns: '44px repeat(2, 32px) 36px auto' },
  },
})

/** The bar over every page: the product, the search, and the menus. */
export function TopBar() {
  const styles = useStyles()
  const { product } = useTexts()
  const isOfUser = useNavigationShown()
  return (
    <header className={styles.bar}>
      <NavigationMenuButton />
      <RouterLink href={paths.home} aria-label={product} className={styles.product}>
        <Mark className={mergeClasses(styles.mark, isOfUser && styles.besideMenuButton)} />
        <span className={mergeClasses(styles.name, isOfUser && styles.besideSearch)}>{product}</span>
      </RouterLink>
      {isOfUser && (
        <div className={styles.search}>
          <LazySearchButton />
        </div>
      )}
      <div className={mergeClasses(styles.menus, isOfUser && styles.menusOfUser)}>
        <TopBarMenus />
      </div>
    </header>
  )
}

// Drawn in the bar's own text colour, so that it is right in every theme.
function Mark({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" className={className} aria-hidden>
      <g fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinejoin="round">
        <path d="M3 16.5V6a3 3 0 0 1 3-3h10.5" strokeLinecap="round" opacity=".75" />
        <rect x="7" y="7" width="14" height="14" rx="3" />
      </g>
      <path fill="currentColor" d="M14 10.5a2.1 2.1 0 0 1 .9 4v2.7h-1.8v-2.7a2.1 2.1 0 0 1 .9-4z" />
    </svg>
  )
}

// What only signed-in users see is not in the code of the first page.
const SearchButton = lazyWithQueries(() => import('../signed-in-parts.ts').then((part) => part.SearchButton))

/** The search, once it is known who is signed in. */
function LazySearchButton() {
  const authentication = useAuthentication()
  if (authentication.status !== 'signedIn') return null
  const { account } = authentication
  return <SearchButton key={account.key} account={account} />
}
