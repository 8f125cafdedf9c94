import { Button, makeStyles, mergeClasses } from '@fluentui/react-components'
import { NavigationRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../../i18n/language.ts'
import { useNarrow } from '../../ui/use-narrow.ts'
import { useOnBrandButton } from '../on-brand-button.ts'
import { useNavigationShown } from './use-navigation-shown.ts'

// Fluent's drawer is 30 kB, and only narrow windows have it.
const NavigationDrawer = lazy(() =>
  import('./NavigationDrawer.tsx').then((part) => ({ default: part.NavigationDrawer })),
)

const useStyles = makeStyles({ button: { flexShrink: 0, width: '32px', paddingInline: '6px' } })

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
      <Button
        ref={setTrigger}
        appearance="transparent"
        className={mergeClasses(button, styles.button)}
        icon={<NavigationRegular />}
        aria-label={shell.openNavigation}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <Suspense fallback={null}>
          <NavigationDrawer onClose={close} />
        </Suspense>
      )}
    </>
  )
}
