import { Select } from '@fluentui/react-components'

interface Props<Value extends string> {
  label: string
  /** undefined: all */
  value: Value | undefined
  /** the choice of all */
  any: string
  /** values and their texts */
  options: (readonly [Value, string])[]
  /** called with '' for all */
  onChange: (value: string) => void
}

/** A choice that narrows a list. */
export function FilterSelect<Value extends string>({ label, value, any, options, onChange }: Props<Value>) {
  return (
    <Select aria-label={label} value={value ?? ''} onChange={(_, data) => onChange(data.value)}>
      <option value="">{any}</option>
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </Select>
  )
}
