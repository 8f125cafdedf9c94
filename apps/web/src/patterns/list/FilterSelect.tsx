import { Choice } from '../../ui/Choice.tsx'

/** A choice that narrows a list. */
export interface ListFilter {
  label: string
  /** undefined: all */
  value: string | undefined
  /** the choice of all; without it, one of the options is always chosen */
  any?: string
  /** values and their texts */
  options: readonly (readonly [value: string, text: string])[]
}

/** The values of an enumeration, with their texts, as options of a filter. */
export function optionsOf<Value extends string>(values: readonly Value[], texts: Record<Value, string>) {
  return values.map((value) => [value, texts[value]] as const)
}

/** A filter as a field; `onChange` is called with '' for all. */
export function FilterSelect({
  label,
  value = '',
  any,
  options,
  onChange,
}: ListFilter & { onChange: (value: string) => void }) {
  return (
    <Choice<string>
      aria-label={label}
      value={value}
      options={[
        ...(any === undefined ? [] : [{ value: '', label: any }]),
        ...options.map(([option, text]) => ({ value: option, label: text })),
      ]}
      onChoose={onChange}
    />
  )
}
