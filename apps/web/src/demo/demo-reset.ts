import { forgetOthers, type Account } from '../auth/authentication.ts'
import { removeAllStoredIn } from '../drafts/account-storage.ts'
import { tabStorage } from '../drafts/browser-storage.ts'
import { paths } from '../paths.ts'
import { foldCodePane } from '../patterns/code/use-code-pane.ts'
import { chooseScenario } from './chosen-scenario.ts'

const storageKey = 'demo-reset'

/**
 * Forgets what this browser has kept of a simulated Azure that was reset: its scenario, drafts, notifications, recent
 * resources, other people, and that the code was shown. Saved environments stay.
 */
export async function forgetDemo({ tenantId }: Account): Promise<void> {
  chooseScenario(undefined)
  foldCodePane()
  removeAllStoredIn(tenantId)
  await forgetOthers()
}

/** Goes Home after a reset, by a load of the page: whatever it has in memory is of another Azure. */
export async function restartDemo(account: Account): Promise<void> {
  await forgetDemo(account)
  tabStorage.set(storageKey, 'yes')
  window.location.assign(paths.home)
}

/** Whether this page was loaded after a reset. */
export function wasReset(): boolean {
  return tabStorage.get(storageKey) !== undefined
}

/** What was said of the reset once is not said again. */
export function forgetReset(): void {
  tabStorage.remove(storageKey)
}
