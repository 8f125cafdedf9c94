import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components'
import { useRef, type KeyboardEvent } from 'react'
import { Link as RouterLink } from 'wouter'
import { excerpt } from './excerpt.ts'
import type { FoundSection } from './guide-search.ts'
import { addressOf } from './GuideNavigation.tsx'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '680px' },
  link: {
    display: 'block',
    padding: '12px',
    marginInline: '-12px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  heading: { ...typographyStyles.subtitle2, color: tokens.colorBrandForegroundLink },
  page: { display: 'block', marginBottom: '4px', color: tokens.colorNeutralForeground3 },
  found: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  text: { color: tokens.colorNeutralForeground2 },
})

/** The sections that a search found. The arrow keys go from one to the next. */
export function GuideResults({ results, id }: { results: FoundSection[]; id: string }) {
  const styles = useStyles()
  const list = useRef<HTMLUListElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const next = step && links[links.findIndex((link) => link === document.activeElement) + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its links are what is worked
    <ul id={id} ref={list} className={styles.list} onKeyDown={move}>
      {results.map(({ page, title, id: anchor, heading, text, words }) => (
        <li key={`${page}#${anchor}`}>
          <RouterLink href={`${addressOf(page)}${anchor === '' ? '' : `#${anchor}`}`} className={styles.link}>
            <span className={styles.heading}>{heading}</span>
            {anchor !== '' && (
              <Text size={200} className={styles.page}>
                {title}
              </Text>
            )}
            <Text block className={styles.text}>
              {excerpt(text, words).map((piece, at) =>
                piece.isFound ? (
                  <strong key={at} className={styles.found}>
                    {piece.text}
                  </strong>
                ) : (
                  piece.text
                ),
              )}
            </Text>
          </RouterLink>
        </li>
      ))}
    </ul>
  )
}
