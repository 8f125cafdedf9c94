import { Choice } from '../../ui/Choice.tsx'

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
    <Choice<string>
      aria-label={label}
      value={value ?? ''}
      options={[{ value: '', label: any }, ...options.map(([option, text]) => ({ value: option, label: text }))]}
      onChoose={onChange}
    />
  )
}
