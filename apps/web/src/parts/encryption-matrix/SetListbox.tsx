import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { findingsOf, type DiskEncryptionSet } from '@portal/image-version'
import { sameResourceId } from '@portal/portal-api'
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useWizardTexts } from '../../i18n/image-versions/use-wizard-texts.ts'
import { useSetsWithFacts } from '../readiness/use-sets-with-facts.ts'
import type { EncryptionTexts } from './cell-facts.ts'

/** Its size in pixels, at most. */
const width = 320
const height = 340
/** Maximum number of sets whose keys are read: the first ones found. */
const looked = 50

const useStyles = makeStyles({
  popup: {
    position: 'fixed',
    inset: 'auto',
    margin: 0,
    boxSizing: 'border-box',
    width: `min(${width}px, calc(100vw - 16px))`,
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
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0, maxHeight: '280px', overflowY: 'auto' },
  option: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
  chosen: { fontWeight: tokens.fontWeightSemibold },
  detail: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  none: { padding: tokens.spacingVerticalS, color: tokens.colorNeutralForeground3 },
})

interface SetListboxProps {
  label: string
  sets: DiskEncryptionSet[]
  /** Azure's own time, ISO 8601 */
  now: string
  /** id of the chosen set, '' if none */
  chosen: string
  /** the start of the search text */
  typed: string
  /** the cell; the list is below it or, if there is no room, above */
  anchor: HTMLElement
  texts: EncryptionTexts
  /** '' empties the cell */
  onChoose: (diskEncryptionSetId: string) => void
  onClose: () => void
}

/**
 * The one list of the whole grid: a field to find a set by name, and the matching sets. A native popover, which closes
 * with Escape or a click outside and returns the focus to the cell. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function SetListbox(props: SetListboxProps) {
  const { label, sets, now, chosen, typed, anchor, texts, onChoose, onClose } = props
  const styles = useStyles()
  const listId = useId()
  const popup = useRef<HTMLDivElement>(null)
  const [text, setText] = useState(typed)
  const { states, briefs } = useWizardTexts().readiness
  const isFound = ({ name }: DiskEncryptionSet) => name.toLowerCase().includes(text.trim().toLowerCase())
  const known = useSetsWithFacts({ diskEncryptionSets: sets, now }, sets.filter(isFound).slice(0, looked))
  const found = known.diskEncryptionSets.filter(isFound)
  const options = [
    ...found.map((set) => {
      const [worst] = findingsOf(set, known.now)
      const brief = worst && worst.state !== 'ready' ? briefs[worst.code]?.(worst.params) : undefined
      const said = [states[worst?.state ?? 'ready'], ...(brief === undefined ? [] : [brief]), keyText(set, texts)]
      return { id: set.id, title: set.name, detail: said.join(' · ') }
    }),
    ...(chosen === '' || text !== '' ? [] : [{ id: '', title: texts.matrix.clear, detail: '' }]),
  ]
  const chosenAt = found.findIndex((set) => sameResourceId(set.id, chosen))
  const [picked, pick] = useState<number>()
  const active = Math.min(picked ?? Math.max(chosenAt, 0), options.length - 1)

  // The cell's current position: the choice might have made the page shorter, and so moved it.
  useLayoutEffect(() => {
    if (popup.current === null) return
    Object.assign(popup.current.style, placeAt(anchor.getBoundingClientRect()))
    popup.current.showPopover()
    popup.current.querySelector('input')?.focus()
  }, [anchor])
  useLayoutEffect(() => {
    popup.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' })
  }, [active])

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const option = options[active]
    if (step !== undefined) pick((active + step + options.length) % options.length)
    else if (event.key === 'Enter' && option !== undefined) onChoose(option.id)
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
    >
      <input
        className={styles.find}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={options.length === 0 ? undefined : `${listId}-${active}`}
        aria-autocomplete="list"
        aria-label={texts.matrix.find(label)}
        placeholder={texts.matrix.findPlaceholder}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          pick(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={label} className={styles.list}>
        {options.map(({ id, title, detail }, index) => (
          // The field above has the focus and handles the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={id}
            tabIndex={-1}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === chosenAt}
            aria-current={index === active}
            className={mergeClasses(
              styles.option,
              index === active && styles.active,
              index === chosenAt && styles.chosen,
            )}
            onClick={() => onChoose(id)}
          >
            {title}
            {detail !== '' && <span className={styles.detail}>{detail}</span>}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <div role="status" className={styles.none}>
          {texts.matrix.noneFound}
        </div>
      )}
    </div>
  )
}

/** Below the cell or, if there is no room, above; never beyond the window's sides. */
function placeAt({ left, top, bottom }: DOMRect): { left: string; top?: string; bottom?: string } {
  const isBelow = bottom + height < window.innerHeight || top < window.innerHeight / 2
  const inside = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`
  return isBelow ? { left: inside, top: `${bottom}px` } : { left: inside, bottom: `${window.innerHeight - top}px` }
}

function keyText(set: DiskEncryptionSet, texts: EncryptionTexts): string {
  const key = texts.keyOf(set.keyVaultName, set.keyName)
  return set.rotationToLatestKeyVersionEnabled ? `${key} · ${texts.autoRotation}` : key
}
