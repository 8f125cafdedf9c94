import type { AzureSimulator } from '@portal/azure-simulator'
import { manyVersionsDefinition as ubuntuWeb } from '../support/browse-world.ts'
import { expect, signIn, test } from '../support/portal.ts'

/** Lets the last operation on a resource have failed. */
function fail({ world: { store } }: AzureSimulator, id: string): void {
  const resource = store.get(id)
  if (resource === undefined) throw new Error(`Contoso has lost ${id}`)
  store.put({
    ...resource,
    change: { state: 'Updating', startedAt: 0, endsAt: 0, failure: { code: 'Failed', message: 'No.' } },
  })
}

test('Home tells how the estate is, each part with the way to more, and nothing moves; it says how to begin where there is no version, a part that fails fails alone, and all is above the fold', async ({
  page,
  portal,
}) => {
  const { store } = portal.azure.world
  const succeeded = store.get(`${ubuntuWeb}/versions/1.1.0`)
  if (succeeded === undefined) throw new Error('Contoso has lost ubuntu-web 1.1.0')
  fail(portal.azure, succeeded.id)
  await signIn(page, portal, 'Ada', '/image-versions')
  await expect(page.getByRole('link', { name: 'ubuntu-web 1.1.0', exact: true })).toBeVisible()
  await page.evaluate(() => {
    const shifts: number[] = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) shifts.push(Number(entry.value))
    }).observe({ type: 'layout-shift' })
    Object.assign(window, { shifts })
  })
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Home' }).click()
  const tile = (name: string) => page.getByRole('region', { name })
  await expect(tile('Failed').getByRole('link', { name: 'ubuntu-web 1.1.0' })).toBeVisible()
  await expect(tile('Key health').getByRole('link', { name: 'WestUSFarVaultDiskEncryptionSet' })).toBeVisible()
  // Nothing empty is drawn: one line says it.
  await expect(tile('In progress')).toHaveCount(0)
  const status = page.getByRole('main').getByRole('status').filter({ hasText: 'Nothing in progress' })
  await expect(status).toHaveText(/^Nothing in progress · 1 failed → · \d+ sets? needs? attention →$/)
  await expect(tile('Recent image definitions').getByRole('listitem').filter({ hasText: 'ubuntu-web' })).toContainText(
    'Customer-managed key',
  )
  await expect(page.getByRole('main').locator('[aria-busy="true"]')).toHaveCount(0)
  expect(await page.evaluate('shifts')).toEqual([])

  const share = tile('Image versions by encryption')
  await expect(share.getByRole('listitem')).toHaveCount(3)
  await expect(share.getByText('2 more types, none')).toBeVisible()
  await share.getByRole('link', { name: 'Customer-managed key' }).click()
  await expect(page.getByRole('combobox', { name: 'Encryption' })).toHaveText('Customer-managed key')
  await page.goBack()
  await tile('Key health').getByRole('link', { name: 'Key health of all sets' }).click()
  await expect(
    page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Key health' }),
  ).toHaveAttribute('aria-current', 'page')
  await page.goBack()
  await status.getByRole('link', { name: /attention/ }).click()
  await expect(page).toHaveURL(/\/disk-encryption-sets\/key-health$/)
  await page.goBack()
  await tile('Failed').getByRole('link', { name: 'All failed versions' }).click()
  await expect(page.getByRole('rowheader').getByRole('link')).toHaveText(['ubuntu-web 1.1.0'])
  await page.goBack()
  // What the wizard needs is asked for when the link is pointed at, before it is clicked.
  const create = page.getByRole('link', { name: 'Create next version in ubuntu-web' })
  const asked = page.waitForRequest('**/api/inventory?*')
  await create.hover()
  await asked
  await create.click()
  await expect(page).toHaveURL(/\/create-image-version\?definition=.*ubuntu-web&tab=review$/)

  store.put(succeeded)
  await page.route('**/api/estate/failed-resources', (route) => route.fulfill({ status: 500, body: '' }))
  await page.goto(`${portal.url}/`)
  await expect(page.getByRole('region', { name: 'Failed' }).getByRole('button', { name: 'Try again' })).toBeVisible()
  for (const name of ['Recent image definitions', 'Image versions by encryption', 'Key health'])
    await expect(page.getByRole('region', { name }).getByRole('list')).toBeVisible()
  await page.unroute('**/api/estate/failed-resources')
  await page.getByRole('region', { name: 'Failed' }).getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('region', { name: 'Failed' })).toHaveCount(0)
  await expect(page.getByText('Nothing in progress · nothing failed · ')).toBeVisible()
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(page.getByRole('main').locator('[aria-busy="true"]')).toHaveCount(0)
  for (const region of await page.getByRole('main').getByRole('region').all())
    await expect(region).toBeInViewport({ ratio: 1 })

  for (const { id } of store.list('/subscriptions', 'Microsoft.Compute/galleries/images/versions')) store.remove(id)
  await page.reload()
  const steps = page.getByRole('region', { name: 'First steps' }).getByRole('listitem')
  await expect(steps).toHaveText([/image definition.*Done/, /Disk encryption sets.*Done/, /Image version/])
  await steps.getByRole('link', { name: 'Create version' }).click()
  await expect(page).toHaveURL(/\/create-image-version$/)
})

test('Home lists drafts to go on with, and discards one after a question', async ({ page, portal, wizard }) => {
  await signIn(page, portal, 'Ada', `/create-image-version?definition=${encodeURIComponent(ubuntuWeb)}`)
  await wizard.goTo('Basics')
  await wizard.version('7.0.0')
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Home' }).click()
  await page.getByRole('link', { name: 'Continue ubuntu-web 7.0.0' }).click()
  await expect(wizard.field('Version number')).toHaveValue('7.0.0')

  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Home' }).click()
  await page.getByRole('button', { name: 'Discard ubuntu-web 7.0.0' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard draft' }).click()
  await expect(page.getByRole('region', { name: 'Drafts' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Create next version in ubuntu-web' }).click()
  await wizard.goTo('Basics')
  await expect(wizard.field('Version number')).toHaveValue('1.1.1')
})
