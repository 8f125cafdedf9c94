import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTexts } from '../../i18n/language.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { useNarrow } from '../../ui/use-narrow.ts'
import { useOnBrandButton } from '../on-brand-button.ts'
import { useNavigationShown } from './use-navigation-shown.ts'

// Fluent's drawer is 30 kB, and only narrow windows have it.
const NavigationDrawer = lazyPart(() => import('./NavigationDrawer.tsx').then((part) => part.NavigationDrawer))

const useStyles = makeStyles({
  // A plain one: Fluent's button and icons would add 5 kB to everyone's first page.
  button: {
    flexShrink: 0,
    width: '32px',
    paddingLeft: '6px',
    paddingRight: '6px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
  },
  icon: { display: 'block' },
})

/** Opens the navigation in a narrow window, where it has no column of its own. */
export function NavigationMenuButton() {
  const styles = useStyles()
  const { button } = useOnBrandButton()
  const { shell } = useTexts()
  const [isOpen, setOpen] = useState(false)
  const [trigger, setTrigger] = useState<HTMLButtonElement | null>(null)
  const isShown = useNavigationShown()
  const narrow = useNarrow()
  if (!isShown || !narrow) return null
  const close = () => {
    setOpen(false)
    trigger?.focus()
  }
  return (
    <>
      <button
        ref={setTrigger}
        type="button"
        className={mergeClasses(button, styles.button)}
        aria-label={shell.openNavigation}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 20 20" width="20" height="20" stroke="currentColor" className={styles.icon} aria-hidden>
          <path d="M2.5 4.5h15M2.5 9.5h15M2.5 14.5h15" strokeLinecap="round" />
        </svg>
      </button>
      {isOpen && <NavigationDrawer onClose={close} />}
    </>
  )
}
