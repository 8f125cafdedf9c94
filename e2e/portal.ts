import { expect, test as base, type Browser, type Page } from '@playwright/test'
import { manualClock } from '@portal/azure-simulator'
import { startDemo } from '@portal/bff/demo'
import { Wizard } from './wizard.ts'

export { expect }

export type Portal = Awaited<ReturnType<typeof startDemo>> & { clock: ReturnType<typeof manualClock> }

/** A portal and an Azure of its own for each test, with a clock that stands still until the test moves it. */
export async function startPortal(): Promise<Portal> {
  const clock = manualClock('2026-11-24T09:00:00Z')
  const portal = await startDemo({ port: 0, simulatorPort: 0, clock, replicationPollMs: 200 })
  return { ...portal, clock }
}

export const test = base.extend<{ portal: Portal; wizard: Wizard }>({
  portal: async ({ browser: _ }, use) => {
    const portal = await startPortal()
    await use(portal)
    await portal.close()
  },
  // Whatever a page reports against the content security policy fails the test that opened it.
  page: async ({ page }, use) => {
    const violations = watchPolicy(page)
    await use(page)
    expect(violations, 'violations of the content security policy').toEqual([])
  },
  wizard: async ({ page, portal }, use) => use(new Wizard(page, portal.url)),
})

function watchPolicy(page: Page): string[] {
  const violations: string[] = []
  page.on('console', (message) => {
    if (/content security policy|trusted ?type/i.test(message.text())) violations.push(message.text())
  })
  page.on('pageerror', (error) => violations.push(String(error)))
  return violations
}

/** Opens `path` and signs in as one of the Contoso users, by first name, where the sign-in is asked for. */
export async function signIn(page: Page, portal: { url: string }, user: string, path = '/'): Promise<void> {
  await page.goto(`${portal.url}${path}`)
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await pickUser(page, user)
}

/** Picks a user on the demo's sign-in page and waits for the portal. */
export async function pickUser(page: Page, user: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${user}\\b`) }).click()
  await expect(page.getByRole('button', { name: new RegExp(`^Account of ${user}`) })).toBeVisible()
}

/** A second user's browser: nothing shared with the first. */
export async function anotherBrowser(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US' })
  return context.newPage()
}

/** The bodies of the version PUTs that Azure has received, oldest first. */
export function versionPuts(portal: Pick<Portal, 'azure'>): unknown[] {
  return portal.azure.requests
    .filter((request) => request.method === 'PUT' && /\/versions\/[^/]+$/i.test(request.path))
    .map((request) => request.body)
}
