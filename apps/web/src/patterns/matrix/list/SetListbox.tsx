import { makeStyles, tokens } from '@fluentui/react-components'
import type { DiskEncryptionSet } from '@portal/disk-encryption'
import { sameResourceId } from '@portal/portal-api'
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useSetsWithFacts } from '../../key-health/use-sets-with-facts.ts'
import { useWizardTexts } from '../../wizard/texts/use-wizard-texts.ts'
import { listPosition } from './list-position.ts'
import { orderedSets } from './ordered-sets.ts'
import { SetOption } from './SetOption.tsx'

/** Maximum number of sets whose keys are read: the first ones found. */
const looked = 50

const useStyles = makeStyles({
  popup: {
    position: 'fixed',
    inset: 'auto',
    margin: 0,
    boxSizing: 'border-box',
    ':popover-open': { display: 'flex', flexDirection: 'column' },
    padding: tokens.spacingVerticalXS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  find: {
    flexShrink: 0,
    boxSizing: 'border-box',
    width: '100%',
    height: '32px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: 'inherit',
    font: 'inherit',
    ':focus': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-1px' },
    '::placeholder': { color: tokens.colorNeutralForeground3 },
  },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0, minHeight: 0, overflowY: 'auto' },
  none: { padding: tokens.spacingVerticalS, color: tokens.colorNeutralForeground3 },
})

interface SetListboxProps {
  label: string
  sets: DiskEncryptionSet[]
  /** the IDs of the sets that other disks of the region have: they are listed first */
  used: string[]
  /** Azure's own time, ISO 8601 */
  now: string
  /** ID of the image definition: a set of another resource group is named with that group */
  definitionId: string
  /** id of the chosen set, '' if none */
  chosen: string
  /** the start of the search text */
  typed: string
  /** the cell; the list is below it or, if there is no room, above */
  anchor: HTMLElement
  /** '' empties the cell */
  onChoose: (diskEncryptionSetId: string) => void
  onClose: () => void
}

/**
 * The one list of the whole grid: a field to find a set by name, and the matching sets. A native popover, which closes
 * with Escape or a click outside and returns the focus to the cell. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function SetListbox(props: SetListboxProps) {
  const { label, sets, used, now, definitionId, chosen, typed, anchor, onChoose, onClose } = props
  const styles = useStyles()
  const listId = useId()
  const popup = useRef<HTMLDivElement>(null)
  const [text, setText] = useState(typed)
  const t = useWizardTexts().wizard.encryption.matrix
  const isFound = ({ name }: DiskEncryptionSet) => name.toLowerCase().includes(text.trim().toLowerCase())
  const known = useSetsWithFacts({ diskEncryptionSets: sets, now }, sets.filter(isFound).slice(0, looked))
  const { ordered, settle } = useSettledOrder(known, used)
  const found = ordered.filter(isFound)
  // The last one clears the cell.
  const options = [...found, ...(chosen === '' || text !== '' ? [] : [undefined])]
  const chosenAt = found.findIndex((set) => sameResourceId(set.id, chosen))
  const [picked, pick] = useState<number>()
  const active = Math.min(picked ?? Math.max(chosenAt, 0), options.length - 1)

  useListPlace(popup, anchor)
  useLayoutEffect(() => {
    popup.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' })
  }, [active])

  function onKeyDown(event: KeyboardEvent) {
    settle()
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) pick((active + step + options.length) % options.length)
    else if (event.key === 'Enter' && active >= 0) onChoose(options[active]?.id ?? '')
    else if (event.key === 'Tab') popup.current?.hidePopover()
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={popup}
      popover="auto"
      className={styles.popup}
      onToggle={(event) => event.newState === 'closed' && onClose()}
      onPointerMove={settle}
    >
      <input
        className={styles.find}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={options.length === 0 ? undefined : `${listId}-${active}`}
        aria-autocomplete="list"
        aria-label={t.find(label)}
        placeholder={t.findPlaceholder}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          pick(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={label} className={styles.list}>
        {options.map((set, index) => (
          <SetOption
            key={set?.id ?? ''}
            id={`${listId}-${index}`}
            set={set}
            now={known.now}
            definitionId={definitionId}
            isActive={index === active}
            isChosen={index === chosenAt}
            onChoose={() => onChoose(set?.id ?? '')}
          />
        ))}
      </div>
      {found.length === 0 && (
        <div role="status" className={styles.none}>
          {t.noneFound}
        </div>
      )}
    </div>
  )
}

/**
 * The sets of a list in order. What is read about their keys changes the order until `settle` is called, when the user
 * begins to use the list: from then on nothing moves under the pointer.
 */
function useSettledOrder(
  { diskEncryptionSets, now }: { diskEncryptionSets: DiskEncryptionSet[]; now: string },
  used: readonly string[],
): { ordered: DiskEncryptionSet[]; settle: () => void } {
  const [settled, setSettled] = useState<string[]>()
  const ordered =
    settled === undefined
      ? orderedSets(diskEncryptionSets, { now, used })
      : diskEncryptionSets.toSorted((one, other) => settled.indexOf(one.id) - settled.indexOf(other.id))
  return { ordered, settle: () => settled ?? setSettled(ordered.map(({ id }) => id)) }
}

/** Opens a native popover at `anchor` with the focus in its field, and keeps it there while the page scrolls. */
function useListPlace(popup: RefObject<HTMLElement | null>, anchor: HTMLElement): void {
  useLayoutEffect(() => {
    const list = popup.current
    if (list === null) return
    // The cell's current position: the choice might have made the page shorter, and so moved it.
    const place = () =>
      Object.assign(
        list.style,
        listPosition(anchor.getBoundingClientRect(), { width: window.innerWidth, height: window.innerHeight }),
      )
    place()
    list.showPopover()
    list.querySelector('input')?.focus()
    const onScroll = ({ target }: Event) => {
      if (!(target instanceof Node) || !list.contains(target)) place()
    }
    window.addEventListener('scroll', onScroll, { capture: true, passive: true })
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', onScroll, { capture: true })
      window.removeEventListener('resize', place)
    }
  }, [popup, anchor])
}
