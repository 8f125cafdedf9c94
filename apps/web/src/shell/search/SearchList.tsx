import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useLayoutEffect, useRef } from 'react'
import { useFormats } from '../../i18n/formats.ts'
import type { SearchEntry, SearchGroup } from './search-entry.ts'
import { useSearchTexts } from './search-texts.ts'
import { SearchOption } from './SearchOption.tsx'

const useStyles = makeStyles({
  heading: {
    ...typographyStyles.caption1Strong,
    display: 'flex',
    alignItems: 'end',
    height: '28px',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground3,
  },
  more: {
    ...typographyStyles.caption1,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground3,
  },
})

interface SearchListProps {
  id: string
  groups: readonly SearchGroup[]
  words: readonly string[]
  activeKey: string | undefined
  onPoint: (key: string) => void
  onChoose: (entry: SearchEntry) => void
}

/** The `id` of the option of an entry. */
export function optionId(listId: string, key: string): string {
  return `${listId}-${encodeURIComponent(key)}`
}

/** What a search found, group by group. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function SearchList({ id, groups, words, activeKey, onPoint, onChoose }: SearchListProps) {
  const styles = useStyles()
  const t = useSearchTexts()
  const { number } = useFormats()
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const active = list.current?.querySelector('[aria-selected=true]')
    // With the heading of its group, for the first of a group.
    const shown = active?.previousElementSibling?.id.endsWith('-heading') ? active.previousElementSibling : active
    shown?.scrollIntoView({ block: 'nearest' })
    active?.scrollIntoView({ block: 'nearest' })
  }, [activeKey])
  return (
    <div ref={list} id={id} role="listbox" aria-label={t.results}>
      {groups.map(({ name, entries, notShown }) => (
        <div key={name} role="group" aria-labelledby={`${id}-${name}-heading`}>
          <div id={`${id}-${name}-heading`} role="presentation" className={styles.heading}>
            {t.groups[name]}
          </div>
          {entries.map((entry) => (
            <SearchOption
              key={entry.key}
              id={optionId(id, entry.key)}
              entry={entry}
              words={words}
              isActive={entry.key === activeKey}
              onPoint={() => onPoint(entry.key)}
              onChoose={() => onChoose(entry)}
            />
          ))}
          {notShown !== undefined && (
            <div role="presentation" className={styles.more}>
              {t.more(number(notShown))}
            </div>
          )}
        </div>
      ))}
    </div>
  )
}
