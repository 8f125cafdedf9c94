import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { Suspense } from 'react'
import { lazyWithQueries } from '../../api/answers/with-queries.ts'
import { useAuthentication } from '../../auth/use-authentication.ts'
import { ShortcutsKey } from '../../patterns/shortcuts/ShortcutsKey.tsx'
import { HelpButton } from '../help/HelpButton.tsx'
import { useNavigationShown } from '../navigation/use-navigation-shown.ts'
import { LanguageMenu } from './LanguageMenu.tsx'
import { ThemeMenu } from './ThemeMenu.tsx'

// What only signed-in users see is not in the code of the first page.
const UnderWayMenu = lazyWithQueries(() => import('../signed-in-parts.ts').then((part) => part.UnderWayMenu))
const NotificationsButton = lazyWithQueries(() =>
  import('../signed-in-parts.ts').then((part) => part.NotificationsButton),
)
const AccountMenu = lazyWithQueries(() => import('../signed-in-parts.ts').then((part) => part.AccountMenu))

const useStyles = makeStyles({
  place: { display: 'flex', justifyContent: 'center' },
  // The drawer of a narrow window leads to the guide.
  inDrawer: { '@media (max-width: 639px)': { display: 'none' } },
  account: { width: '40px', '@media (max-width: 639px)': { width: '36px' } },
  // A guest's button has the name of the directory too.
  guest: { justifyContent: 'end', '@media (min-width: 640px)': { width: '248px' } },
})

/** The menus at the end of the top bar, loaded together. Each has its place from the first, filled or not. */
export function TopBarMenus() {
  const styles = useStyles()
  const authentication = useAuthentication()
  const isOfUser = useNavigationShown()
  const user = authentication.status === 'signedIn' ? authentication : undefined
  return (
    <>
      {isOfUser && (
        <>
          <div className={styles.place}>
            {user && (
              <Suspense fallback={null}>
                <UnderWayMenu key={user.account.key} account={user.account} configuration={user.configuration} />
              </Suspense>
            )}
          </div>
          <div className={styles.place}>
            {user && (
              <Suspense fallback={null}>
                <NotificationsButton key={user.account.key} account={user.account} configuration={user.configuration} />
              </Suspense>
            )}
          </div>
        </>
      )}
      <div className={mergeClasses(styles.place, isOfUser && styles.inDrawer)}>
        <HelpButton />
      </div>
      <ThemeMenu />
      <LanguageMenu />
      {isOfUser && (
        <div className={mergeClasses(styles.place, styles.account, user?.account.isGuest && styles.guest)}>
          {user && (
            <Suspense fallback={null}>
              <AccountMenu account={user.account} accounts={user.accounts} />
            </Suspense>
          )}
        </div>
      )}
      <ShortcutsKey />
    </>
  )
}
