import {
  Combobox,
  Dropdown,
  Option,
  OptionGroup,
  makeStyles,
  mergeClasses,
  tokens,
  type ComboboxProps,
  type DropdownProps,
  type PositioningShorthand,
} from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { Stack } from './Stack.tsx'
import { StateLabel, type StateLook } from './StateLabel.tsx'

/** One thing to choose. */
export interface ChoiceOption<Value extends string = string> {
  value: Value
  label: string
  /** a second line, in a quieter colour */
  detail?: string
  /** the icon of the detail, if that says a state */
  look?: StateLook
  /** options with the same group are listed together under its name */
  group?: string
  disabled?: boolean
}

const useStyles = makeStyles({
  fill: { width: '100%', minWidth: '0' },
  // Half of the window less the field fits below or above a field wherever it is in view.
  list: { maxHeight: 'min(320px, calc(50vh - 40px))' },
  detail: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

interface ChoiceProps<Value extends string> extends Omit<
  DropdownProps,
  'value' | 'onOptionSelect' | 'selectedOptions' | 'onChange' | 'children'
> {
  /** '' while nothing is chosen */
  value: Value | ''
  options: ChoiceOption<Value>[]
  onChoose: (value: Value) => void
}

// Fluent's own fallbacks put a long list next to its field, over other content.
const positioning: PositioningShorthand = { fallbackPositions: ['above'], autoSize: false }

/** A dropdown of one choice; shows `placeholder` while `value` is '' or unknown. */
export function Choice<Value extends string>({ value, options, onChoose, className, ...dropdown }: ChoiceProps<Value>) {
  const styles = useStyles()
  const chosen = options.find((option) => option.value === value)
  return (
    <Dropdown
      {...dropdown}
      positioning={positioning}
      listbox={{ className: styles.list }}
      className={mergeClasses(styles.fill, className)}
      value={chosen?.label ?? ''}
      selectedOptions={chosen === undefined ? [] : [value]}
      onKeyDown={(event) => {
        dropdown.onKeyDown?.(event)
        // A letter finds an option here. Firefox's search by typing would take it, and the focus, for the page.
        if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey)
          event.preventDefault()
      }}
      onOptionSelect={(_, data) => {
        const selected = options.find((option) => option.value === data.optionValue)
        if (selected !== undefined) onChoose(selected.value)
      }}
    >
      <Options options={options} />
    </Dropdown>
  )
}

interface FilteredChoiceProps<Value extends string> extends Omit<
  ComboboxProps,
  'value' | 'onOptionSelect' | 'selectedOptions' | 'onChange' | 'children'
> {
  /** '' while nothing is chosen */
  value: Value | ''
  options: ChoiceOption<Value>[]
  /** whether an option is listed for what was typed, which is not empty */
  isFound: (option: ChoiceOption<Value>, typed: string) => boolean
  /** says that there is none */
  none: string
  onChoose: (value: Value) => void
}

/**
 * A choice among many: typing narrows its list, and what was typed without choosing is forgotten.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function FilteredChoice<Value extends string>(props: FilteredChoiceProps<Value>) {
  const { value, options, isFound, none, onChoose, className, ...combobox } = props
  const styles = useStyles()
  const input = useRef<HTMLInputElement>(null)
  const [typed, type] = useState<string>()
  const chosen = options.find((option) => option.value === value)
  const found = typed ? options.filter((option) => isFound(option, typed)) : options
  return (
    <Combobox
      {...combobox}
      input={{ ref: input }}
      positioning={positioning}
      listbox={{ className: styles.list }}
      className={mergeClasses(styles.fill, className)}
      value={typed ?? chosen?.label ?? ''}
      selectedOptions={chosen === undefined ? [] : [value]}
      onChange={({ target }) => type(target.value)}
      onOpenChange={(_, { open }) => {
        // What is typed first replaces the chosen one's name.
        if (open) input.current?.select()
        else type(undefined)
      }}
      onOptionSelect={(_, data) => {
        // Fluent also selects nothing, as soon as something else is typed.
        const selected = options.find((option) => option.value === data.optionValue)
        if (selected !== undefined) onChoose(selected.value)
      }}
    >
      {found.length > 0 ? (
        <Options options={found} />
      ) : (
        <Option value="" text="" disabled checkIcon={null}>
          {none}
        </Option>
      )}
    </Combobox>
  )
}

function Options({ options }: { options: ChoiceOption[] }) {
  const styles = useStyles()
  const groups = [...new Set(options.map((option) => option.group))]
  const optionOf = ({ value, label, detail, look, disabled }: ChoiceOption) => (
    <Option key={value} value={value} text={label} disabled={disabled === true}>
      <Stack as="span">
        {label}
        {detail !== undefined && (
          <span className={styles.detail}>
            {look === undefined ? detail : <StateLabel look={look}>{detail}</StateLabel>}
          </span>
        )}
      </Stack>
    </Option>
  )
  return groups.map((group) => {
    const members = options.filter((option) => option.group === group).map(optionOf)
    return group === undefined ? (
      members
    ) : (
      <OptionGroup key={group} label={group}>
        {members}
      </OptionGroup>
    )
  })
}
