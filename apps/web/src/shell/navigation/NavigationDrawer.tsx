import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useTexts } from '../../i18n/language.ts'
import { SectionLinks } from './SectionLinks.tsx'

// As the links that are in it.
const useStyles = makeStyles({ drawer: { backgroundColor: tokens.colorNeutralBackground4 } })

/** The navigation of a narrow window, over the page until a link is followed. */
export function NavigationDrawer({ onClose }: { onClose: () => void }) {
  const styles = useStyles()
  const { product, shell } = useTexts()
  return (
    <OverlayDrawer open position="start" size="small" className={styles.drawer} onOpenChange={onClose}>
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={shell.closeNavigation}
              onClick={onClose}
            />
          }
        >
          {product}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <nav aria-label={shell.navigation}>
          <SectionLinks onFollow={onClose} />
        </nav>
      </DrawerBody>
    </OverlayDrawer>
  )
}
