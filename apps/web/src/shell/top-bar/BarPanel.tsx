import { Button, makeStyles, mergeClasses, Popover, PopoverSurface } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useState, type ComponentProps, type ReactNode } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useTexts } from '../../i18n/language.ts'
import { Heading } from '../../ui/Heading.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { useOnBrandButton } from '../on-brand-button.ts'

const useStyles = makeStyles({
  surface: {
    width: '440px',
    maxWidth: 'calc(100vw - 16px)',
    maxHeight: '80vh',
    overflowY: 'auto',
    boxSizing: 'border-box',
  },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
})

interface BarPanelProps extends Pick<ComponentProps<typeof Button>, 'className' | 'icon' | 'title' | 'aria-label'> {
  heading: string
  /** in the button, beside its icon */
  count: ReactNode
  /** before it opens or closes */
  onToggle?: () => void
  /** its content; `hold` keeps the focus in it when what has it goes: it hears Escape only with the focus */
  children: (panel: { close: () => void; hold: () => void }) => ReactNode
}

/** A button of the top bar and the list that it opens below it, until a link is followed. */
export function BarPanel({ heading, count, onToggle, children, className, ...look }: BarPanelProps) {
  const styles = useStyles()
  const { shell } = useTexts()
  const { button } = useOnBrandButton()
  const [path] = useLocation()
  const here = `${path}?${useSearch()}`
  // Where it was opened: a link that is followed closes it.
  const [openAt, setOpenAt] = useState<string>()
  const isOpen = openAt === here
  const [trigger, setTrigger] = useState<HTMLButtonElement | null>(null)
  const [dismiss, setDismiss] = useState<HTMLButtonElement | null>(null)
  const close = () => {
    setOpenAt(undefined)
    trigger?.focus()
  }
  return (
    <>
      <Button
        {...look}
        ref={setTrigger}
        className={mergeClasses(button, className)}
        appearance="transparent"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => {
          onToggle?.()
          setOpenAt(isOpen ? undefined : here)
        }}
      >
        {count}
      </Button>
      {/* Mounted only while it is open: a popover at rest keeps focus traps on the page that assistive technology meets. */}
      {isOpen && (
        <Popover open trapFocus positioning={{ target: trigger, position: 'below', align: 'end' }} onOpenChange={close}>
          <PopoverSurface className={styles.surface} aria-label={heading}>
            <Stack gap="M">
              <div className={styles.head}>
                <Heading as="h2">{heading}</Heading>
                <Button
                  ref={setDismiss}
                  appearance="subtle"
                  aria-label={shell.close}
                  icon={<DismissRegular />}
                  onClick={close}
                />
              </div>
              {children({ close, hold: () => dismiss?.focus() })}
            </Stack>
          </PopoverSurface>
        </Popover>
      )}
    </>
  )
}
