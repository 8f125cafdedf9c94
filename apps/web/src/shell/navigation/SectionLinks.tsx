import { makeStyles, mergeClasses, Nav, NavItem, tokens, Tooltip } from '@fluentui/react-components'
import {
  BookOpenFilled,
  BookOpenRegular,
  bundleIcon,
  HomeFilled,
  HomeRegular,
  KeyMultipleFilled,
  KeyMultipleRegular,
  LayerFilled,
  LayerRegular,
  ShieldKeyholeFilled,
  ShieldKeyholeRegular,
  type FluentIcon,
} from '@fluentui/react-icons'
import type { MouseEvent, MouseEventHandler, ReactElement } from 'react'
import { Link as RouterLink, useLocation } from 'wouter'
import { useTexts } from '../../i18n/language.ts'
import { hasPage } from '../../routes.tsx'
import { sectionsSeenFrom, type Section, type SectionKey } from './sections.ts'

const icons: Record<SectionKey, FluentIcon> = {
  home: bundleIcon(HomeFilled, HomeRegular),
  imageVersions: bundleIcon(LayerFilled, LayerRegular),
  diskEncryptionSets: bundleIcon(KeyMultipleFilled, KeyMultipleRegular),
  estate: bundleIcon(ShieldKeyholeFilled, ShieldKeyholeRegular),
  help: bundleIcon(BookOpenFilled, BookOpenRegular),
}

const useStyles = makeStyles({
  nav: { flexGrow: 1, display: 'flex', flexDirection: 'column' },
  list: {
    flexGrow: 1,
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
  },
  // Help, at the foot.
  last: { marginTop: 'auto' },
  item: {
    height: '40px',
    columnGap: '12px',
    paddingRight: '4px',
    whiteSpace: 'nowrap',
    '& .fui-NavItem__icon': { fontSize: '20px' },
    // The mark of the current one is at the item's own edge: the column has no room beside it.
    '::after': { marginInlineStart: '-10px' },
  },
  folded: {
    position: 'relative',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    rowGap: '2px',
    height: '56px',
    paddingLeft: '2px',
    paddingRight: '2px',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    // Beside the icon: a long word under it takes the whole width.
    '::after': { position: 'absolute', top: '8px', insetInlineStart: 0, marginInlineStart: 0 },
  },
})

interface SectionLinksProps {
  /** icons with one word each, and the whole name in a tooltip */
  isFolded?: boolean
  onFollow?: () => void
}

/** Links to the portal's main pages, with Fluent's own look of a navigation. */
export function SectionLinks({ isFolded = false, onFollow }: SectionLinksProps) {
  const styles = useStyles()
  const { shell } = useTexts()
  const [here] = useLocation()
  const sections = sectionsSeenFrom(here).filter(({ path }) => hasPage(path))
  return (
    <Nav className={styles.nav} selectedValue={sections.find(({ current }) => current !== undefined)?.key ?? ''}>
      <ul className={styles.list}>
        {sections.map(({ key, path, current }) => {
          const Icon = icons[key]
          return (
            <li key={key} className={mergeClasses(key === 'help' && styles.last)}>
              <RouterLink href={path} asChild>
                <SectionLink
                  name={shell.sections[key]}
                  shortName={shell.shortSections[key]}
                  value={key}
                  icon={<Icon />}
                  current={current}
                  isFolded={isFolded}
                  onFollow={onFollow}
                />
              </RouterLink>
            </li>
          )
        })}
      </ul>
    </Nav>
  )
}

interface SectionLinkProps {
  name: string
  shortName: string
  value: SectionKey
  icon: ReactElement
  current: Section['current']
  isFolded: boolean
  onFollow: (() => void) | undefined
  /** of the router, which follows the link without loading the page again */
  onClick?: MouseEventHandler<HTMLAnchorElement>
  href?: string
}

function SectionLink({
  name,
  shortName,
  value,
  icon,
  current,
  isFolded,
  onFollow,
  onClick,
  href = '',
}: SectionLinkProps) {
  const styles = useStyles()
  const item = (
    <NavItem
      as="a"
      href={href}
      value={value}
      icon={icon}
      className={mergeClasses(styles.item, isFolded && styles.folded)}
      aria-current={current ?? 'false'}
      onClick={(event: MouseEvent<HTMLAnchorElement>) => {
        onClick?.(event)
        onFollow?.()
      }}
    >
      {isFolded ? shortName : name}
    </NavItem>
  )
  if (!isFolded) return item
  return (
    <Tooltip content={name} relationship="label" positioning="after">
      {item}
    </Tooltip>
  )
}
