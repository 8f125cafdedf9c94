import {
  Button,
  Dialog,
  DialogSurface,
  Input,
  makeStyles,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { DismissRegular, SearchRegular } from '@fluentui/react-icons'
import { longestSearch } from '@portal/portal-api'
import { useId, useState, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { fewestCharacters } from '../../api/estate-reads.ts'
import type { QueryAccount } from '../../api/read.ts'
import { useFormats } from '../../i18n/formats.ts'
import { ProblemMessage } from '../../patterns/problem/ProblemMessage.tsx'
import { useKeepsFocusOverPages } from '../../ui/dialog/dialog-focus.ts'
import { useFocusReturn } from '../../ui/dialog/use-focus-return.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { ReadOutOnly } from '../../ui/ReadOutOnly.tsx'
import type { SearchEntry, SearchGroup } from './search-entry.ts'
import { useSearchTexts } from './search-texts.ts'
import { SearchOption } from './SearchOption.tsx'
import { useSearchResults } from './use-search-results.ts'

const useStyles = makeStyles({
  surface: {
    display: 'flex',
    flexDirection: 'column',
    width: 'calc(100% - 16px)',
    maxWidth: '680px',
    // The same however much is found: nothing moves when Azure answers.
    height: 'min(560px, calc(100vh - 32px))',
    marginTop: 'max(16px, min(8vh, 100vh - 592px))',
    padding: 0,
    overflow: 'hidden',
  },
  field: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  input: { flexGrow: 1, minWidth: 0 },
  results: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    scrollbarGutter: 'stable',
    padding: `0 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
  },
  note: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
  },
})

interface SearchDialogProps {
  account: QueryAccount['account']
  /** what was typed before the dialog was there */
  typed: RefObject<string>
  onClose: () => void
  onShortcuts: () => void
}

/** Finds resources, pages and actions, and goes there. The focus stays in the field; the arrow keys choose a result. */
export function SearchDialog({ account, typed, onClose, onShortcuts }: SearchDialogProps) {
  useKeepsFocusOverPages()
  const styles = useStyles()
  const t = useSearchTexts()
  const { number } = useFormats()
  const [, navigate] = useLocation()
  const listId = useId()
  const [text, setText] = useState(() => typed.current)
  const [pointed, setPointed] = useState<string>()
  const { groups, words, isSearching, error, retry } = useSearchResults({ account }, text, onShortcuts)
  const entries = groups.flatMap((group) => group.entries)
  const active = entries.find(({ key }) => key === pointed) ?? entries[0]
  const isEmpty = entries.length === 0 && !isSearching && error === null
  useFocusReturn()

  function choose({ href, state, run, isDisabled = false }: SearchEntry) {
    if (isDisabled) return
    onClose()
    if (href !== undefined) navigate(href, { state })
    run?.()
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (event.nativeEvent.isComposing) return
    if (step !== undefined)
      setPointed(entries[placeAfter(active ? entries.indexOf(active) : 0, step, entries.length)]?.key)
    else if (event.key === 'Enter' && active !== undefined) choose(active)
    else return
    event.preventDefault()
  }

  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className={styles.surface} aria-label={t.title}>
        <div className={styles.field}>
          <Input
            className={styles.input}
            size="large"
            contentBefore={<SearchRegular />}
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={active && optionId(listId, active.key)}
            aria-label={t.button}
            placeholder={t.button}
            maxLength={longestSearch}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(_, { value }) => {
              setText(value)
              setPointed(undefined)
            }}
            onKeyDown={onKeyDown}
          />
          <Button appearance="subtle" aria-label={t.hints.close} icon={<DismissRegular />} onClick={onClose} />
        </div>
        <div className={styles.results}>
          <SearchList
            id={listId}
            groups={groups}
            words={words}
            activeKey={active?.key}
            onPoint={setPointed}
            onChoose={choose}
          />
          {isSearching && (
            <div className={styles.note}>
              <Quiet size={200}>{t.searching}</Quiet>
              <LoadingRows rows={3} height={24} />
            </div>
          )}
          {error !== null && (
            <div className={styles.note}>
              <ProblemMessage error={error} onRetry={retry} />
            </div>
          )}
          {isEmpty && (
            <div className={styles.note}>
              <Text weight="semibold">{t.nothing(text.trim())}</Text>
              <Quiet>{words.join(' ').length < fewestCharacters ? t.fewLetters : t.nothingAdvice}</Quiet>
            </div>
          )}
        </div>
        <SearchKeys />
        <ReadOutOnly>
          <div role="status">
            {words.length > 0 && !isSearching && error === null && t.found(entries.length, number(entries.length))}
          </div>
        </ReadOutOnly>
      </DialogSurface>
    </Dialog>
  )
}

/** The index `step` further, around the ends for single steps, and stopping there for longer ones. */
function placeAfter(index: number, step: number, count: number): number {
  if (Math.abs(step) === 1) return (index + step + count) % count
  return Math.min(Math.max(index + step, 0), count - 1)
}

const useSearchKeysStyles = makeStyles({
  keys: {
    ...typographyStyles.caption1,
    display: 'flex',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    // Where there is no keyboard, as a rule.
    '@media (max-width: 639px)': { display: 'none' },
  },
  key: {
    marginRight: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    fontFamily: tokens.fontFamilyBase,
  },
})

/** What the keys do, under the results. */
function SearchKeys() {
  const styles = useSearchKeysStyles()
  const { hints } = useSearchTexts()
  const keys = [
    ['↑ ↓', hints.move],
    ['Enter', hints.open],
    ['Esc', hints.close],
  ]
  return (
    <div className={styles.keys}>
      {keys.map(([key, does]) => (
        <span key={key}>
          <kbd className={styles.key}>{key}</kbd>
          {does}
        </span>
      ))}
    </div>
  )
}

const useSearchListStyles = makeStyles({
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
function optionId(listId: string, key: string): string {
  return `${listId}-${encodeURIComponent(key)}`
}

/** What a search found, group by group. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
function SearchList({ id, groups, words, activeKey, onPoint, onChoose }: SearchListProps) {
  const styles = useSearchListStyles()
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
