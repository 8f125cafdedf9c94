import { Button, Input, makeStyles, type InputProps } from '@fluentui/react-components'
import { CalendarRegular, DismissRegular } from '@fluentui/react-icons'
import { useRef, useState } from 'react'
import { useDateFieldTexts } from '../../i18n/date-field-texts.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useLanguage } from '../../i18n/language.ts'
import { lazyPart } from '../lazy-part.tsx'
import { dateFromText } from './date-from-text.ts'

const CalendarPopover = lazyPart(() => import('./CalendarPopover.tsx').then((part) => part.CalendarPopover))

const useStyles = makeStyles({ field: { width: '100%', minWidth: '0' }, text: { minWidth: '0' } })

interface DateInputProps extends Omit<InputProps, 'value' | 'onChange' | 'defaultValue' | 'type' | 'contentAfter'> {
  /** `2027-01-31`, '' for none, or a text that is no date, which stays until the user corrects it */
  value: string
  /** Azure's time (ISO 8601): the calendar offers the days after it, in UTC */
  now: string
  onChange: (value: string) => void
}

/**
 * A day, in the language of the portal: typed or pasted in any common form, or chosen in a calendar. The browser's own
 * date fields speak the browser's language, and differ from engine to engine.
 */
export function DateInput({ value, now, onChange, ...field }: DateInputProps) {
  const styles = useStyles()
  const t = useDateFieldTexts()
  const language = useLanguage()
  const { date: written } = useFormats()
  // What the user is typing, and the value that it led to: another value, of an undo for example, is shown as it is.
  const [typed, setTyped] = useState<{ text: string; value: string }>()
  const input = useRef<HTMLInputElement>(null)
  const [button, setButton] = useState<HTMLButtonElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  const date = dateFromText(value, language)
  const type = (text: string) => {
    const next = dateFromText(text, language) ?? text.trim()
    setTyped({ text, value: next })
    onChange(next)
  }
  const choose = (next: string) => {
    setTyped(undefined)
    onChange(next)
  }
  return (
    <>
      <Input
        {...field}
        className={styles.field}
        input={{ ref: input, className: styles.text }}
        autoComplete="off"
        // what a draft keeps
        maxLength={32}
        placeholder={t.placeholder}
        value={typed?.value === value ? typed.text : date === undefined ? value : written(date)}
        onChange={(_, data) => type(data.value)}
        onBlur={(event) => {
          setTyped(undefined)
          field.onBlur?.(event)
        }}
        contentAfter={
          <>
            {value !== '' && (
              <Button
                size="small"
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label={t.clear}
                onClick={() => {
                  choose('')
                  input.current?.focus()
                }}
              />
            )}
            <Button
              ref={setButton}
              size="small"
              appearance="transparent"
              icon={<CalendarRegular />}
              aria-label={t.choose}
              aria-haspopup="dialog"
              aria-expanded={isOpen}
              onFocus={CalendarPopover.preload}
              onPointerEnter={CalendarPopover.preload}
              onClick={() => setOpen(!isOpen)}
            />
          </>
        }
      />
      {/* Mounted only while it is open: a popover at rest keeps focus traps on the page. */}
      {isOpen && button && (
        <CalendarPopover
          value={date}
          today={now.slice(0, 10)}
          trigger={button}
          onChoose={choose}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
