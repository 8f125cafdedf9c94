import {
  Combobox,
  Option,
  OptionGroup,
  makeStyles,
  tokens,
  type PositioningShorthand,
} from '@fluentui/react-components'
import type { Region } from '@portal/disk-encryption'
import { useId, useRef, useState } from 'react'
import { foundRegions, regionGroups } from './region-groups.ts'
import { useRegionsTexts } from './regions-texts.ts'

const useStyles = makeStyles({
  picker: { width: '100%', minWidth: '0', maxWidth: '480px' },
  // Half of the window less the field fits below or above a field wherever it is in view.
  list: { maxHeight: 'min(320px, calc(50vh - 40px))' },
  region: {
    display: 'flex',
    flexGrow: 1,
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  detail: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

// As that of `Choice`: always below or above the field.
const positioning: PositioningShorthand = { fallbackPositions: ['above'], autoSize: false }

interface RegionPickerProps {
  /** names the field, and asks to choose */
  label: string
  regions: readonly Region[]
  /** short names of the chosen regions */
  chosen: readonly string[]
  /** regions that can't be chosen or removed here, by short name, with the reason */
  fixed: ReadonlyMap<string, string>
  /** short name of the source region, whose part of the world is listed first */
  near: string
  /** no more regions can be chosen */
  isFull?: boolean
  /** how many sets each region has, by short name: those with any are listed first. Called while the list is open */
  setCounts: () => ReadonlyMap<string, number>
  onChoose: (name: string) => void
  onRemove: (name: string) => void
}

/**
 * A field to choose several regions: typing narrows the list, the arrows move in it, Enter or Space chooses or removes,
 * Escape closes it. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function RegionPicker(props: RegionPickerProps) {
  const { label, regions, chosen, fixed, near, isFull = false, setCounts, onChoose, onRemove } = props
  const styles = useStyles()
  const t = useRegionsTexts()
  const input = useRef<HTMLInputElement>(null)
  const ids = useId()
  const [typed, type] = useState('')
  const [isOpen, setOpen] = useState(false)
  const selected = [...fixed.keys(), ...chosen]
  const counts: ReadonlyMap<string, number> = isOpen ? setCounts() : new Map<string, number>()
  const groups = isOpen ? regionGroups(foundRegions(regions, typed, t), t, { near, withSets: counts }) : []
  return (
    <Combobox
      input={{ ref: input }}
      className={styles.picker}
      aria-label={label}
      expandIcon={{ 'aria-label': t.openList(label) }}
      placeholder={label}
      multiselect
      positioning={positioning}
      listbox={{ className: styles.list, role: 'listbox', 'aria-multiselectable': true }}
      open={isOpen}
      value={typed}
      selectedOptions={selected}
      onChange={({ target }) => type(target.value)}
      onOpenChange={(_, { open }) => {
        setOpen(open)
        if (!open) type('')
      }}
      onOptionSelect={(_, { optionValue = '' }) => {
        if (chosen.includes(optionValue)) onRemove(optionValue)
        else onChoose(optionValue)
        // What is typed next replaces the text that found this one.
        input.current?.select()
      }}
    >
      {groups.map((group) => (
        <OptionGroup key={group.label} label={group.label}>
          {group.regions.map(({ name, displayName, physicalLocation = '' }) => {
            const isSelected = selected.includes(name)
            const detail = [fixed.get(name) ?? physicalLocation, t.sets(counts.get(name) ?? 0)]
              .filter(Boolean)
              .join(' · ')
            return (
              <Option
                key={name}
                value={name}
                text={displayName}
                disabled={fixed.has(name) || (isFull && !isSelected)}
                // Fluent makes several choices a menu, which a combobox can't have.
                role="option"
                aria-selected={isSelected}
                aria-checked={undefined}
                aria-describedby={`${ids}${name}`}
              >
                <span className={styles.region}>
                  <span>{displayName}</span>
                  {/* It describes the option, whose name is that of the region alone. */}
                  <span id={`${ids}${name}`} className={styles.detail} aria-hidden>
                    {detail}
                  </span>
                </span>
              </Option>
            )
          })}
        </OptionGroup>
      ))}
      {isOpen && groups.length === 0 && (
        <Option key="none" value="" text="" disabled role="option" aria-selected={false} checkIcon={null}>
          {t.none}
        </Option>
      )}
    </Combobox>
  )
}
