import {
  Dropdown,
  Option,
  OptionGroup,
  makeStyles,
  mergeClasses,
  tokens,
  type DropdownProps,
  type PositioningShorthand,
} from '@fluentui/react-components'
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
  option: { display: 'flex', flexDirection: 'column' },
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
  const groups = [...new Set(options.map((option) => option.group))]
  const optionOf = (option: ChoiceOption<Value>) => (
    <Option key={option.value} value={option.value} text={option.label} disabled={option.disabled === true}>
      <span className={styles.option}>
        {option.label}
        {option.detail !== undefined && (
          <span className={styles.detail}>
            {option.look === undefined ? option.detail : <StateLabel look={option.look}>{option.detail}</StateLabel>}
          </span>
        )}
      </span>
    </Option>
  )
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
      {groups.map((group) => {
        const members = options.filter((option) => option.group === group).map(optionOf)
        return group === undefined ? (
          members
        ) : (
          <OptionGroup key={group} label={group}>
            {members}
          </OptionGroup>
        )
      })}
    </Dropdown>
  )
}
