import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { Link as RouterLink } from 'wouter'
import { useLanguage } from '../../i18n/language.ts'
import { helpPath } from '../../paths.ts'
import { firstPage, guidePages, titleOf, type GuideHeading } from './guide.ts'
import { useHelpTexts } from './help-texts.ts'

const useStyles = makeStyles({
  title: {
    margin: '0 0 8px',
    paddingInlineStart: '12px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  link: {
    display: 'block',
    padding: '6px 12px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke2}`,
    ':hover': { color: tokens.colorNeutralForeground1Hover, borderLeftColor: tokens.colorNeutralStroke1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  deeper: { paddingInlineStart: '28px' },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderLeftColor: tokens.colorCompoundBrandStroke,
    ':hover': { borderLeftColor: tokens.colorCompoundBrandStroke },
  },
})

/** Where a page of the guide is. */
export function addressOf(name: string): string {
  return helpPath(name === firstPage ? undefined : name)
}

interface PagesProps {
  /** the name of the page that is shown */
  current: string
  hasTitle?: boolean
}

/** The pages of the guide. */
export function GuidePages({ current, hasTitle }: PagesProps) {
  const t = useHelpTexts()
  const language = useLanguage()
  const styles = useStyles()
  return (
    <nav aria-label={t.pages}>
      {hasTitle && <p className={styles.title}>{t.pages}</p>}
      <ul className={styles.list}>
        {guidePages.map((name) => (
          <li key={name}>
            <RouterLink
              href={addressOf(name)}
              className={mergeClasses(styles.link, name === current && styles.current)}
              {...(name === current && { 'aria-current': 'page' })}
            >
              {titleOf(language, name)}
            </RouterLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface HeadingsProps {
  headings: GuideHeading[]
  hasTitle?: boolean
  onChosen?: () => void
}

/** The headings of a page, with the one marked that is being read. */
export function GuideHeadings({ headings, hasTitle, onChosen }: HeadingsProps) {
  const t = useHelpTexts()
  const styles = useStyles()
  const current = useHeadingInView(headings)
  return (
    <nav aria-label={t.onThisPage}>
      {hasTitle && <p className={styles.title}>{t.onThisPage}</p>}
      <ul className={styles.list}>
        {headings.map(({ id, text, level }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className={mergeClasses(styles.link, level > 2 && styles.deeper, id === current && styles.current)}
              {...(id === current && { 'aria-current': 'location' })}
              onClick={onChosen}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The last heading that has come into the upper part of the window. */
function useHeadingInView(headings: GuideHeading[]): string | undefined {
  const [current, setCurrent] = useState<string>()
  useEffect(() => {
    const read = () => {
      const line = window.innerHeight / 4
      const passed = headings.filter(({ id }) => {
        const heading = document.getElementById(id)
        return heading !== null && heading.getBoundingClientRect().top < line
      })
      setCurrent(passed.at(-1)?.id)
    }
    read()
    window.addEventListener('scroll', read, { passive: true })
    return () => window.removeEventListener('scroll', read)
  }, [headings])
  return current
}
