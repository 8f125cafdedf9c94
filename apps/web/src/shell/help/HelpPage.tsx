import { Button, makeStyles, Text, tokens, mergeClasses } from '@fluentui/react-components'
import { PrintRegular } from '@fluentui/react-icons'
import { useEffect, useRef, type RefObject, useState } from 'react'
import { useParams, useSearchParams, Link as RouterLink } from 'wouter'
import { useFormats } from '../../i18n/formats.ts'
import { useLanguage, type Language } from '../../i18n/language.ts'
import { helpPath } from '../../paths.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { useMatches } from '../../ui/use-narrow.ts'
import { firstPage, guidePages, titleOf, loadedPage, loadPage, type GuidePage, anchorIn } from './guide.ts'
import { GuideAside } from './GuideAside.tsx'
import { GuideContent } from './GuideContent.tsx'
import { GuideHeadings, addressOf } from './GuideNavigation.tsx'
import { GuideResults } from './GuideResults.tsx'
import { useHelpTexts } from './help-texts.ts'
import { useGuideSearch } from './use-guide-search.ts'

// One column, two from 800 px on, three from 1200 px on; no two of these hold at once, since none may come first.
const two = '@media (min-width: 800px) and (max-width: 1199.98px)'
const three = '@media (min-width: 1200px)'
const beside = {
  position: 'sticky',
  alignSelf: 'start',
  top: 'calc(var(--bars) + 16px)',
  maxHeight: 'calc(100vh - var(--bars) - 32px)',
  overflowY: 'auto',
} as const

const useStyles = makeStyles({
  layout: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '16px 40px',
    width: '100%',
    maxWidth: '1280px',
    marginInline: 'auto',
    [two]: {
      gridTemplateColumns: '232px minmax(0, 1fr)',
      gridTemplateRows: 'auto 1fr',
      gridTemplateAreas: '"pages page" "headings page"',
    },
    [three]: { gridTemplateColumns: '232px minmax(0, 1fr) 216px', gridTemplateAreas: '"pages page headings"' },
    '@media print': { display: 'block' },
  },
  aside: {
    [two]: { gridArea: 'pages' },
    [three]: { gridArea: 'pages', ...beside },
    '@media print': { display: 'none' },
  },
  page: {
    minWidth: 0,
    maxWidth: '720px',
    [two]: { gridArea: 'page' },
    [three]: { gridArea: 'page' },
    '@media print': { maxWidth: 'none' },
  },
  headings: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '16px',
    [two]: { gridArea: 'headings' },
    [three]: { gridArea: 'headings', ...beside },
    '@media print': { display: 'none' },
  },
  print: { alignSelf: 'start' },
  status: { display: 'block', marginBottom: '12px', color: tokens.colorNeutralForeground3 },
})

const resultsId = 'guide-results'

/** The guide: a page of it, or what a search in all of them found. For everybody, before signing in too. */
export function HelpPage() {
  const t = useHelpTexts()
  const styles = useStyles()
  const { number } = useFormats()
  const language = useLanguage()
  const isWide = useWide()
  const { page: name = firstPage } = useParams<{ page?: string }>()
  const [query, setQuery] = useSearchParams()
  const search = query.get('search') ?? ''
  const isSearching = search.trim() !== ''
  const isKnown = guidePages.includes(name)
  const page = useGuidePage(language, name)
  const find = useGuideSearch(language, isSearching)
  const results = isSearching ? find?.(search) : undefined
  const column = useRef<HTMLDivElement>(null)
  useFocusAfterSearch(isSearching, column)
  useHashTarget(name, page, isSearching)

  // One step back from the results leads to the page where the search began.
  const setSearch = (value: string) => setQuery(value === '' ? {} : { search: value }, { replace: search !== '' })
  const headings = isSearching || page === undefined ? [] : page.headings

  return (
    <div className={styles.layout}>
      <GuideAside
        className={styles.aside}
        current={isSearching ? '' : name}
        headings={headings}
        isWide={isWide}
        search={{ text: search, resultsId, onChange: setSearch }}
      />
      <div ref={column} className={styles.page}>
        <PageHeader
          title={isSearching ? t.results : isKnown ? titleOf(language, name) : t.notFound}
          crumbs={[{ text: t.guide, href: helpPath() }]}
        />
        <Text role="status" className={styles.status} hidden={!isSearching}>
          {results && (results.length === 0 ? t.nothingFound : t.found(number(results.length)))}
        </Text>
        {results && <GuideResults id={resultsId} results={results} />}
        {!isSearching && !isKnown && <Text>{t.notFoundAdvice}</Text>}
        {!isSearching && isKnown && page === undefined && <LoadingRows rows={8} height={24} />}
        {!isSearching && page !== undefined && (
          <>
            <GuideContent page={page} lang={language} />
            <GuideTurner current={name} />
          </>
        )}
      </div>
      {isWide && !isSearching && page !== undefined && (
        <div className={styles.headings}>
          {headings.length > 1 && <GuideHeadings headings={headings} hasTitle />}
          <Button
            className={styles.print}
            appearance="subtle"
            size="small"
            icon={<PrintRegular />}
            onClick={() => window.print()}
          >
            {t.print}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The result that was chosen goes with the list: the focus goes on to the title of the page, at its start. */
function useFocusAfterSearch(isSearching: boolean, column: RefObject<HTMLElement | null>) {
  const wasSearching = useRef(isSearching)
  useEffect(() => {
    if (wasSearching.current && !isSearching && document.activeElement === document.body) {
      column.current?.querySelector('h1')?.focus({ preventScroll: true })
      window.scrollTo({ top: 0 })
    }
    wasSearching.current = isSearching
  }, [isSearching, column])
}

/** Whether the guide's pages are listed beside the one that is shown. */
function useWide(): boolean {
  return useMatches('(min-width: 800px)')
}

/** The code of a page of the guide once it is there. A failure to load it is thrown while rendering. */
function useGuidePage(language: Language, name: string): GuidePage | undefined {
  const [, setLoads] = useState(0)
  const [error, setError] = useState<Error>()
  const page = loadedPage(language, name)
  useEffect(() => {
    if (page !== undefined) return undefined
    let isLeft = false
    loadPage(language, name).then(
      () => !isLeft && setLoads((loads) => loads + 1),
      (reason: Error) => !isLeft && setError(reason),
    )
    return () => {
      isLeft = true
    }
  }, [page, language, name])
  if (error !== undefined) throw error
  return page
}

/**
 * Brings the heading that the address names into view, with the focus, once its page is there. Once for an address:
 * switching the language leaves the focus at its menu. While `isSearching`, results are shown instead.
 */
function useHashTarget(name: string, page: GuidePage | undefined, isSearching: boolean): void {
  const language = useLanguage()
  const handled = useRef<string>(undefined)
  useEffect(() => {
    if (isSearching) handled.current = undefined
    if (isSearching || page === undefined) return undefined
    const { hash } = window.location
    const address = `${name}${hash}`
    if (handled.current === address) return undefined
    let isLeft = false
    const show = (id: string | undefined): void => {
      if (isLeft) return
      handled.current = address
      const heading = id === undefined ? null : document.getElementById(id)
      if (heading === null) return
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
      heading.scrollIntoView()
    }
    anchorIn(language, name, decoded(hash.slice(1))).then(show, () => show(undefined))
    return () => {
      isLeft = true
    }
  }, [name, language, page, isSearching])
}

/** Without the percent signs that browsers write for accents; as it is where somebody has mistyped one. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const useGuideTurnerStyles = makeStyles({
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
function GuideTurner({ current }: { current: string }) {
  const t = useHelpTexts()
  const language = useLanguage()
  const styles = useGuideTurnerStyles()
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
