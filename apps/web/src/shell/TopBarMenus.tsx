import { useAuthentication } from '../auth/use-authentication.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { LanguageMenu } from './LanguageMenu.tsx'
import { ThemeMenu } from './ThemeMenu.tsx'
import { UnderWayMenu } from './under-way/UnderWayMenu.tsx'

/** The menus at the end of the top bar, loaded together. */
export function TopBarMenus() {
  const authentication = useAuthentication()
  return (
    <>
      {authentication.status === 'signedIn' && (
        <UnderWayMenu
          key={authentication.account.key}
          account={authentication.account}
          configuration={authentication.configuration}
        />
      )}
      <ThemeMenu />
      <LanguageMenu />
      {authentication.status === 'signedIn' && (
        <AccountMenu account={authentication.account} accounts={authentication.accounts} />
      )}
    </>
  )
}
