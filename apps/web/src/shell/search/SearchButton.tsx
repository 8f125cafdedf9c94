import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { isNotFound } from '../../api/failures.ts'
import type { QueryAccount } from '../../api/read.ts'
import { forgetResource, rememberResource, resourceAt } from '../../drafts/recent-resources.ts'
import { LazyShortcutsDialog } from '../../patterns/shortcuts/LazyShortcutsDialog.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { asksForSearch, searchShortcut } from './search-key.ts'
import { useSearchTexts } from './search-texts.ts'

const SearchDialog = lazyPart(() => import('./SearchDialog.tsx').then((part) => part.SearchDialog))

const useStyles = makeStyles({
  button: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    height: '32px',
    boxSizing: 'border-box',
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralForegroundOnBrand}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForegroundOnBrand,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    ':active': { backgroundColor: tokens.colorBrandBackgroundPressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorNeutralForegroundOnBrand}`, outlineOffset: '2px' },
  },
  icon: { flexShrink: 0, fontSize: '20px' },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // Where the button is as wide as its icon.
  wide: { '@media (max-width: 639px)': { display: 'none' } },
  // Drawn, because text would be part of what the button is called; aria-keyshortcuts tells them.
  keys: {
    marginLeft: 'auto',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    '::before': { content: 'attr(data-keys)' },
  },
})

/** The search in the top bar, for the account signed in; Ctrl+K opens it on every page. */
export function SearchButton({ account }: QueryAccount) {
  const styles = useStyles()
  const t = useSearchTexts()
  const [open, setOpen] = useState<'search' | 'shortcuts'>()
  const typed = useRef('')
  useRememberedPages(account.key)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isSearch = asksForSearch(event)
      const isFree = document.querySelector('[role=dialog], [role=alertdialog]') === null
      // What is typed while the dialog is loaded is searched for.
      const isTyped = open === 'search' && isFree && event.key.length === 1 && !event.ctrlKey && !event.metaKey
      if (!isSearch && !isTyped) return
      // In some browsers, it is the key of the address bar.
      event.preventDefault()
      typed.current = isTyped ? typed.current + event.key : ''
      if (isSearch && isFree) setOpen('search')
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [open])
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={t.button}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={SearchDialog.preload}
        onClick={() => {
          typed.current = ''
          setOpen('search')
        }}
      >
        <SearchRegular className={styles.icon} aria-hidden />
        <span className={mergeClasses(styles.text, styles.wide)}>{t.button}</span>
        <kbd className={mergeClasses(styles.keys, styles.wide)} data-keys={searchShortcut} />
      </button>
      {open === 'search' && (
        <SearchDialog
          account={account}
          typed={typed}
          onClose={() => setOpen(undefined)}
          onShortcuts={() => setOpen('shortcuts')}
        />
      )}
      {open === 'shortcuts' && <LazyShortcutsDialog onClose={() => setOpen(undefined)} />}
    </>
  )
}

/** Remembers what the account opens, unless it is gone. */
function useRememberedPages(accountKey: string): void {
  const here = resourceAt(useLocation()[0], useSearch())
  const queryClient = useQueryClient()
  useEffect(() => {
    if (here === undefined) return
    rememberResource(accountKey, here)
    return queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'error' || !isNotFound(event.action.error)) return
      if (event.query.queryHash.includes(JSON.stringify(here.toLowerCase()))) forgetResource(accountKey, here)
    })
  }, [accountKey, here, queryClient])
}
