import { makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { Link as RouterLink } from 'wouter'
import { useTexts } from '../i18n/language.ts'
import { paths } from '../paths.ts'

// Fluent's menu is 40 kB; the page is on screen before it.
const TopBarMenus = lazy(() => import('./TopBarMenus.tsx').then((module) => ({ default: module.TopBarMenus })))

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    height: '48px',
    paddingInline: '16px',
    boxSizing: 'border-box',
    position: 'sticky',
    top: 0,
    zIndex: 10,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    // Visible only in forced colors, where the bar has no background of its own.
    borderBottom: '1px solid transparent',
    '@media (max-width: 639px)': { paddingInline: '8px' },
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
  menus: { marginLeft: 'auto', display: 'flex', alignItems: 'center', columnGap: '4px' },
})

/** The bar over every page: the product, and the menus of language, theme and account. */
export function TopBar() {
  const styles = useStyles()
  const { product } = useTexts()
  return (
    <header className={styles.bar}>
      <RouterLink href={paths.home} className={styles.product}>
        <Mark className={styles.mark} />
        <span className={styles.name}>{product}</span>
      </RouterLink>
      <div className={styles.menus}>
        <Suspense fallback={null}>
          <TopBarMenus />
        </Suspense>
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
