import { generateKeyPairSync } from 'node:crypto'
import { expect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test'
import {
  manualClock,
  startAzureSimulator,
  type AzureSimulator,
  type ManualClock,
  type World,
} from '@portal/azure-simulator'
import { startDemo } from '@portal/bff/demo'
import { Wizard } from './wizard.ts'

export { expect }

/** A portal, its Azure, and that Azure's clock, which moves only when the test moves it. */
export interface Portal {
  url: string
  azure: AzureSimulator
  clock: ManualClock
  close(): Promise<void>
}

// A new one takes as long as the rest of a simulator's start, and no test is about it.
const signingKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })

/** An Azure whose clock moves only when the test moves it; `partners` are tenants besides that of `world`. */
export async function startAzure(
  partners: World[] = [],
  world?: World,
): Promise<{ azure: AzureSimulator; clock: ManualClock }> {
  const clock = manualClock('2026-11-24T09:00:00Z')
  return {
    azure: await startAzureSimulator({
      port: 0,
      clock,
      throttling: 'off',
      partners,
      recordsBodies: true,
      signingKey,
      ...(world && { world }),
    }),
    clock,
  }
}

/** A portal on its own Azure, by default Contoso; `tenantIds` are its allowed tenants, by default Contoso alone. */
export async function startPortal(
  of: { world?: World; partners?: World[]; tenantIds?: string[] } = {},
): Promise<Portal> {
  const { azure, clock } = await startAzure(of.partners, of.world)
  const { tenantIds } = of
  const { url, close } = await startDemo({
    port: 0,
    simulator: azure,
    logLevel: 'silent',
    ...(tenantIds && { tenantIds }),
  })
  return {
    url,
    azure,
    clock,
    close: async () => {
      await close()
      await azure.close()
    },
  }
}

/** `C` of the article: the part of an id before the resources of the Contoso world's production. */
export function compute({ azure }: Pick<Portal, 'azure'>): string {
  return `/subscriptions/${productionSubscriptionId({ azure })}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
}

export function productionSubscriptionId({ azure }: Pick<Portal, 'azure'>): string {
  return azure.world.subscriptions.find(({ displayName }) => displayName === 'Contoso Production')?.subscriptionId ?? ''
}

/** Who opens the wizard for a version, and of which definition; by default Ada, of ubuntu-web in contosoGallery. */
interface WizardOpening {
  user?: string
  gallery?: string
  definition?: string
}

interface Fixtures {
  portal: Portal
  /** opens a second user's browser, which shares nothing with the first; the test's end closes it */
  anotherBrowser: () => Promise<Page>
  /** whether each document loads the code of all pages while the browser has nothing else to do; most tests need one */
  loadsAllPages: boolean
  /** the wizard's page, which is not open yet */
  wizard: Wizard
  /** signs in at the wizard's address */
  openWizard: (opening?: WizardOpening) => Promise<Wizard>
}

export const test = base.extend<Fixtures>({
  portal: async ({ browser: _ }, use) => {
    const portal = await startPortal()
    await use(portal)
    await portal.close()
  },
  // A page that stays open works on, beside the tests that come after.
  anotherBrowser: async ({ browser }, use) => {
    const opened: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext({ locale: 'en-US' })
      opened.push(context)
      await context.addInitScript(loadNoOtherPages)
      return context.newPage()
    })
    await Promise.all(opened.map((context) => context.close()))
  },
  loadsAllPages: [false, { option: true }],
  context: async ({ context, loadsAllPages }, use) => {
    if (!loadsAllPages) await context.addInitScript(loadNoOtherPages)
    await use(context)
  },
  // Whatever a page reports against the content security policy fails the test that opened it.
  page: async ({ page }, use) => {
    const violations = watchPolicy(page)
    await use(page)
    expect(violations, 'violations of the content security policy').toEqual([])
  },
  wizard: async ({ page, portal }, use) => use(new Wizard(page, portal.url)),
  openWizard: async ({ page, portal, wizard }, use) =>
    use(async (opening) => {
      await signInAtWizard(page, portal, opening)
      return wizard
    }),
})

/** Makes a page as it is in Safari, which has no idle moments: the code of a page comes when it is opened. */
export function loadNoOtherPages() {
  Reflect.deleteProperty(window, 'requestIdleCallback')
}

// Firefox calls it an error of a page that a part of its code doesn't come, which the portal handles: the next page has
// ended its load, or a new build doesn't have it.
const missingPart =
  /^TypeError: error loading dynamically imported module|^Loading module from .* was blocked because of a disallowed MIME type/

function watchPolicy(page: Page): string[] {
  const violations: string[] = []
  page.on('console', (message) => {
    if (/content security policy|trusted ?type/i.test(message.text())) violations.push(message.text())
  })
  page.on('pageerror', (error) => {
    if (!missingPart.test(String(error))) violations.push(String(error))
  })
  return violations
}

/** What a user has chosen before, in the storage of the portal's pages, for example `language` and `theme`. */
export async function storeChoices(page: Page, choices: Record<string, string>): Promise<void> {
  await page.addInitScript((stored) => {
    // The empty page before the first one has no storage.
    if (origin !== 'null') for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value)
  }, choices)
}

/** Opens `path` and signs in as one of the Contoso users, by first name, if a sign-in is required. */
export async function signIn(
  page: Page,
  portal: { url: string },
  user: string,
  path = '/image-versions/galleries',
): Promise<void> {
  await page.goto(`${portal.url}${path}`)
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await pickUser(page, user)
}

/**
 * Opens an address of the portal as a link on its page does, without loading the portal again. Where a scenario begins,
 * it counts as anyone's link.
 */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => history.pushState(null, '', address), path)
}

/** Signs in at the address of the empty wizard for a version, and waits for its first field. */
export async function signInAtWizard(
  page: Page,
  portal: Pick<Portal, 'url' | 'azure'>,
  { user = 'Ada', ...of }: WizardOpening = {},
): Promise<void> {
  await signIn(page, portal, user, wizardPath(portal, of))
  await expect(page.getByRole('textbox', { name: 'Version number' })).toBeVisible()
}

/** The address of the empty wizard for a version. */
export function wizardPath(
  { azure }: Pick<Portal, 'azure'>,
  { gallery = 'contosoGallery', definition = 'ubuntu-web' }: Omit<WizardOpening, 'user'> = {},
): string {
  const definitions = azure.world.store.list('', 'Microsoft.Compute/galleries/images')
  const id = definitions.find((stored) => stored.id.endsWith(`/galleries/${gallery}/images/${definition}`))?.id
  if (id === undefined) throw new Error(`${gallery} has no image definition ${definition}`)
  return `/create-image-version?${new URLSearchParams({ definition: id, from: 'nothing' })}`
}

/** Picks a user on the demo's sign-in page and waits for the portal. */
export async function pickUser(page: Page, user: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${user}\\b`) }).click()
  // Also behind a dialog that the address opens.
  const account = page.getByRole('button', { name: new RegExp(`^Account of ${user}`), includeHidden: true })
  await expect(account).toBeVisible()
}

/** Another tab of a browser with a signed-in user: Entra ID has the session, so the button is enough. */
export async function anotherTab(page: Page, url: string): Promise<Page> {
  const tab = await page.context().newPage()
  await tab.goto(url)
  await tab.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(tab.getByRole('button', { name: /^Account of/ })).toBeVisible()
  return tab
}

/** The page loses its tokens, as at the end of a session; Entra ID still has the session. */
export async function endSession(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const key of Object.keys(sessionStorage)) if (/msal/i.test(key)) sessionStorage.removeItem(key)
  })
}

/**
 * The object IDs of those who called Azure, each once.
 * @param since the index of the first request that counts
 */
export async function callersOf({ azure }: Pick<Portal, 'azure'>, since = 0): Promise<(string | undefined)[]> {
  const callers = () => azure.requests.slice(since).map(({ userObjectId }) => userObjectId)
  // A request that has only just arrived has no caller until its token has been checked.
  await expect.poll(callers).not.toContain(undefined)
  return [...new Set(callers())]
}

/** The bodies of the version PUTs that Azure has received, oldest first. */
export function versionPuts(portal: Pick<Portal, 'azure'>): unknown[] {
  return portal.azure.requests
    .filter((request) => request.method === 'PUT' && /\/versions\/[^/]+$/i.test(request.path))
    .map((request) => request.body)
}

/** Waits for what the page shows after Azure's work, moving its clock until then: it might not have started yet. */
export async function whenAzureWorks({ clock }: Pick<Portal, 'clock'>, shown: Locator): Promise<void> {
  await expect
    .poll(() => {
      clock.advance(1000)
      return shown.isVisible()
    })
    .toBe(true)
}
