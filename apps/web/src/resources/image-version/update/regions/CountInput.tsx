import { Input } from '@fluentui/react-components'
import { useState } from 'react'
import { countFromText } from '../../../../ui/count-from-text.ts'

interface CountInputProps {
  'aria-label'?: string
  /** the version's current value */
  stored: number
  /** the new value; null: unchanged */
  value: number | null
  onChange: (value: number | null) => void
}

/** An optional replica count. While the field is empty, nothing is changed. */
export function CountInput({ stored, value, onChange, ...field }: CountInputProps) {
  const [isCleared, setCleared] = useState(false)
  return (
    <Input
      {...field}
      type="number"
      min={1}
      max={100}
      input={{ style: { minWidth: '0', width: '64px' } }}
      placeholder={String(stored)}
      value={isCleared && value === null ? '' : String(value ?? stored)}
      onBlur={() => setCleared(false)}
      onChange={(_, data) => {
        const count = countFromText(data.value)
        setCleared(count === null)
        onChange(count === stored ? null : count)
      }}
    />
  )
}
