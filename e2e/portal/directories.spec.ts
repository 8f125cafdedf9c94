import type { Page } from '@playwright/test'
import { fabrikam } from '@portal/azure-simulator'
import { expectAxeClean, expectNoSideways, expectRest } from '../support/axe-clean.ts'
import {
  anotherTab,
  callersOf,
  expect,
  follow,
  signIn,
  startPortal,
  test as base,
  versionPuts,
} from '../support/portal.ts'

// Ada of Contoso is a guest at Fabrikam. The portal supports both directories, unless a test says otherwise.

const contosoId = 'c0470500-0000-4000-8000-000000000001'
const partner = fabrikam()
const test = base.extend({
  portal: async ({ browser: _ }, use) => {
    const portal = await startPortal({ partners: [fabrikam()], tenantIds: [contosoId, partner.tenantId] })
    await use(portal)
    await portal.close()
  },
})

const gallery = (page: Page, name: string) => page.getByRole('link', { name, exact: true })
const account = (page: Page) => page.getByRole('button', { name: /^Account of Ada/ })

async function switchTo(page: Page, name: string): Promise<void> {
  await account(page).click()
  // With the keyboard: if a menu opens slowly, Playwright scrolls the page under it before it clicks, and misses.
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).press('Enter')
}

/** The directories, by tenant id, of the tokens that the page sends to the portal's server, and those tokens. */
function watchTokens(page: Page): { tenantIds: Set<string>; tokens: Set<string> } {
  const seen = { tenantIds: new Set<string>(), tokens: new Set<string>() }
  page.on('request', (request) => {
    const token = /^Bearer (.+)$/.exec(request.headers()['authorization'] ?? '')?.[1]
    if (token === undefined || !new URL(request.url()).pathname.startsWith('/api/')) return
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    seen.tokens.add(token)
    if (typeof claims === 'object' && claims !== null && 'tid' in claims) seen.tenantIds.add(String(claims.tid))
  })
  return seen
}

test('W15: a guest switches directory: all that is read and made from then on is of that one, also after a reload', async ({
  page,
  portal,
  wizard,
}) => {
  const seen = watchTokens(page)
  await signIn(page, portal, 'Ada')
  await expect(gallery(page, 'contosoGallery')).toBeVisible()
  expect([...seen.tenantIds]).toEqual([contosoId])

  await account(page).click()
  await expect(page.getByText('Directory: Contoso (contoso.example)')).toBeVisible()
  await page.keyboard.press('Escape')
  await switchTo(page, 'Fabrikam')
  await expect(gallery(page, 'fabrikamGallery')).toBeVisible()
  // MSAL would return Contoso's token for an account of Contoso, whatever the authority.
  seen.tenantIds.clear()
  const { length } = portal.azure.requests
  await page.reload()
  await expect(page.getByRole('button', { name: /^Account of Ada.*, Fabrikam$/ })).toBeVisible()
  await expect(gallery(page, 'fabrikamGallery')).toBeVisible()
  await expect(gallery(page, 'contosoGallery')).toHaveCount(0)

  await gallery(page, 'fabrikamGallery').click()
  await gallery(page, 'kiosk').click()
  await page.getByRole('link', { name: 'Create version' }).first().click()
  await wizard.version('1.0.0')
  await wizard.managedImage('kioskImage')
  await wizard.reviewAndCreate()
  await expect(page.getByRole('heading', { name: '1.0.0' })).toBeVisible()
  expect(versionPuts(portal)).toHaveLength(1)
  expect([...seen.tenantIds]).toEqual([partner.tenantId])
  const guest = partner.users.find(({ home }) => home !== undefined)
  expect(await callersOf(portal, length)).toEqual([guest?.id])
})

test('the menu of directories is used by keyboard, on a phone too, and nothing in it moves when they come late', async ({
  page,
  portal,
}) => {
  await page.setViewportSize({ width: 400, height: 800 })
  const held = Promise.withResolvers<void>()
  await page.route('**/api/directories', async (route) => {
    await held.promise
    await route.continue()
  })
  await signIn(page, portal, 'Ada')
  await account(page).press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
  await expectRest(page, 'the menu of the account')
  const actions = ['Sign in with another account', 'Check my access', 'Sign out']
  const places = () => Promise.all(actions.map((name) => page.getByRole('menuitem', { name }).boundingBox()))
  const before = await places()
  held.resolve()
  const fabrikamItem = page.getByRole('menuitem', { name: /^Fabrikam/ })
  await expect(fabrikamItem).toBeVisible()
  await expect(page.getByText('Directory: Contoso (contoso.example)')).toBeVisible()
  const tops = (boxes: Awaited<ReturnType<typeof places>>) => boxes.map((box) => box?.y)
  expect(tops(await places())).toEqual(tops(before))

  await expectAxeClean(page, 'the menu of directories', '[role="menu"]')
  await expectNoSideways(page, 'the menu of directories')
  await page.keyboard.press('End')
  await expect(fabrikamItem).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(gallery(page, 'fabrikamGallery')).toBeVisible()
})

test('a link to another directory says where it leads and goes there; no draft shows before; signing out ends it in every directory and in every tab', async ({
  page,
  portal,
  openWizard,
}) => {
  const seen = watchTokens(page)
  const wizard = await openWizard()
  await wizard.version('7.7.7')
  const draft = page.url()
  await switchTo(page, 'Fabrikam')
  await expect(gallery(page, 'fabrikamGallery')).toBeVisible()

  await page.goto(draft)
  await expect(page.getByText('This resource is in another directory').first()).toBeVisible()
  await expect(page.getByText('The resource is in directory Contoso (contoso.example)').first()).toBeVisible()
  await expect(page.getByText('7.7.7')).toHaveCount(0)
  await expect(wizard.field('Version number')).toHaveValue('')
  await page.setViewportSize({ width: 400, height: 800 })
  await expectAxeClean(page, 'a link to another directory')
  await expectNoSideways(page, 'a link to another directory')

  await page.getByRole('button', { name: 'Switch to Contoso' }).first().press('Enter')
  await expect(wizard.field('Version number')).toHaveValue('7.7.7')
  expect(page.url()).toBe(draft)

  await page.setViewportSize({ width: 1280, height: 900 })
  const other = await anotherTab(page, `${portal.url}/galleries`)
  await switchTo(page, 'Fabrikam')
  await expect(gallery(page, 'fabrikamGallery')).toBeVisible()
  await account(page).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).press('Enter')
  for (const tab of [page, other]) {
    await expect(tab.getByRole('main').getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
    const keys = await tab.evaluate(() => [...Object.keys(sessionStorage), ...Object.keys(localStorage)])
    expect(keys.filter((key) => /draft|asked|unanswered|token|account/i.test(key))).toEqual([])
  }
  expect(seen.tenantIds.size).toBe(2)
  for (const token of seen.tokens) {
    const headers = { authorization: `Bearer ${token}` }
    expect((await page.request.get(`${portal.url}/api/subscriptions`, { headers })).status()).toBe(401)
  }
})

test('the page of each resource in another directory says so, and offers nothing else; two tabs work in two directories, each in its own', async ({
  page,
  portal,
}) => {
  await signIn(page, portal, 'Ada')
  const { subscriptionId } = partner.subscriptions[0] ?? {}
  const resourceGroup = `/subscriptions/${subscriptionId}/resourceGroups/fabrikamImages`
  const compute = `${resourceGroup}/providers/Microsoft.Compute`
  const definition = `${compute}/galleries/fabrikamGallery/images/ubuntu`
  const notice = page.getByText('This resource is in another directory')
  for (const [path, id] of [
    ['gallery', `${compute}/galleries/fabrikamGallery`],
    ['image-definition', definition],
    ['image-version', `${definition}/versions/1.0.0`],
    ['update-image-version', `${definition}/versions/1.0.0`],
    ['disk-encryption-set', `${compute}/diskEncryptionSets/images`],
    ['virtual-machine', `${compute}/virtualMachines/web-1`],
    [
      'encryption-campaign',
      `${resourceGroup}/providers/Microsoft.Resources/deployments/encrypt-versions-0123456789abcdef`,
    ],
    [
      'clean-up-versions',
      `${resourceGroup}/providers/Microsoft.Resources/deployments/clean-up-versions-0123456789abcdef0123456789abcdef01234567`,
    ],
  ]) {
    // A page between two resources, so that nothing seen is of the one before.
    await follow(page, '/nothing-here')
    await expect(notice).toHaveCount(0)
    await follow(page, `/${path}?id=${encodeURIComponent(id ?? '')}`)
    await expect(notice).toBeVisible()
    await expect(
      page.getByRole('main').getByRole('button', { name: /More actions|Delete|Refresh|Repair/ }),
    ).toHaveCount(0)
    await expect(page.getByRole('main').getByRole('tab')).toHaveCount(0)
  }

  const other = await anotherTab(page, `${portal.url}/galleries`)
  await switchTo(page, 'Fabrikam')
  await expect(gallery(page, 'fabrikamGallery')).toBeVisible()
  for (let round = 0; round < 2; round++) {
    await Promise.all([page.reload(), other.reload()])
    await expect(gallery(page, 'fabrikamGallery')).toBeVisible()
    await expect(gallery(other, 'contosoGallery')).toBeVisible()
    await expect(gallery(page, 'contosoGallery')).toHaveCount(0)
    await expect(gallery(other, 'fabrikamGallery')).toHaveCount(0)
  }
})

test('who is no guest there is told so, and has nothing to switch to', async ({ page, portal }) => {
  await signIn(page, portal, 'Ben')
  await page.getByRole('button', { name: /^Account of Ben/ }).click()
  await expect(page.getByText('Directory: Contoso (contoso.example)')).toBeVisible()
  await expect(page.getByText('Switch directory')).toHaveCount(0)
  const { subscriptionId } = partner.subscriptions[0] ?? {}
  const id = `/subscriptions/${subscriptionId}/resourceGroups/fabrikamImages/providers/Microsoft.Compute/galleries/fabrikamGallery`
  await follow(page, `/gallery?id=${encodeURIComponent(id)}`)
  await expect(page.getByText(/This directory isn’t available here, or you aren’t a guest in it/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Switch to/ })).toHaveCount(0)
})

test('who comes from a directory that is not served is told so, and signs in where they are a guest', async ({
  page,
}) => {
  const strict = await startPortal({ partners: [fabrikam()], tenantIds: [partner.tenantId] })
  await page.setViewportSize({ width: 400, height: 800 })
  await signIn(page, strict, 'Ada')
  await expect(page.getByRole('main').getByText('This portal isn’t available for your directory')).toBeVisible()
  await expectAxeClean(page, 'a directory that is not served')
  await expectNoSideways(page, 'a directory that is not served')
  const domain = page.getByRole('main').getByRole('textbox', { name: 'Directory domain or ID' })
  await domain.fill('not a domain')
  await domain.press('Enter')
  await expect(page.getByText('Enter a domain, such as contoso.com')).toBeVisible()
  await domain.fill('fabrikam.example')
  await domain.press('Enter')
  await expect(gallery(page, 'fabrikamGallery')).toBeVisible()
  await account(page).click()
  await expect(page.getByText('Directory: Fabrikam (fabrikam.example)')).toBeVisible()
  await expect(page.getByText('Switch directory')).toHaveCount(0)
  await strict.close()
})
