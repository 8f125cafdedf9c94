import { makeStyles } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { hasSignInBegun } from '../auth/msal-configuration.ts'
import { useAuthentication } from '../auth/use-authentication.ts'
import { ShortcutsKey } from '../parts/shortcuts/ShortcutsKey.tsx'
import { HelpButton } from './help/HelpButton.tsx'
import { LanguageMenu } from './LanguageMenu.tsx'
import { ThemeMenu } from './ThemeMenu.tsx'

// What only signed-in users see is not in the code of the first page.
const UnderWayMenu = lazy(() => import('./under-way/UnderWayMenu.tsx').then((part) => ({ default: part.UnderWayMenu })))
const AccountMenu = lazy(() => import('./AccountMenu.tsx').then((part) => ({ default: part.AccountMenu })))

const useStyles = makeStyles({
  // as wide as the account button with its margin, so that nothing moves when it appears
  account: { width: '40px' },
})

/** The menus at the end of the top bar, loaded together. */
export function TopBarMenus() {
  const styles = useStyles()
  const authentication = useAuthentication()
  const accountToCome = <span className={styles.account} />
  return (
    <>
      {authentication.status === 'signedIn' && (
        <Suspense fallback={null}>
          <UnderWayMenu
            key={authentication.account.key}
            account={authentication.account}
            configuration={authentication.configuration}
          />
        </Suspense>
      )}
      <ShortcutsKey />
      <HelpButton />
      <ThemeMenu />
      <LanguageMenu />
      {authentication.status === 'starting' && hasSignInBegun() && accountToCome}
      {authentication.status === 'signedIn' && (
        <Suspense fallback={accountToCome}>
          <AccountMenu account={authentication.account} accounts={authentication.accounts} />
        </Suspense>
      )}
    </>
  )
}
