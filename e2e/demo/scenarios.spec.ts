import type { Locator, Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { expect, follow, test as base } from '../support/portal.ts'
import { slowDemo, type SlowDemo } from '../support/slow-demo.ts'
import { Wizard } from '../support/wizard.ts'

const test = base.extend<SlowDemo>({ demo: slowDemo })

// Each walks through several scenarios, and each of these through several pages.
test.beforeEach(async ({ page }) => {
  test.slow()
  // Asked for what the scenario before has left, and before someone else is signed in.
  const question = page.getByRole('alertdialog', { name: /^Begin/ })
  await page.addLocatorHandler(question, (asked) => press(asked, 'Begin'))
})

const steps = (page: Page, title: string) => page.getByRole('region', { name: `Scenario: ${title}` })
const press = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true }).click()

/** Opens the link of a scenario, and waits for its step; whoever is not signed in becomes its person. */
async function begin(page: Page, url: string, [id, title]: readonly [string, string]): Promise<Locator> {
  const strip = steps(page, title)
  // The step of the same scenario is there already: only a load of the page shows that it begins again.
  if (page.url().startsWith(url) && !(await strip.isVisible())) await follow(page, `/demo/${id}`)
  else await page.goto(`${url}/demo/${id}`)
  await expect(strip).toBeVisible()
  return strip
}

const seen = async (strip: Locator) => {
  await expect(strip.getByText('Seen', { exact: true })).toBeVisible()
}

const reviewed = [
  ['key-disabled', 'Disabled key'],
  ['key-expired', 'Expired key'],
  ['key-expires-soon', 'Key that expires soon'],
  ['vault-in-another-region', 'Key vault in another region'],
  ['rotation-failed', 'Failed key rotation'],
  ['policy-denies-platform-keys', 'Policy that denies platform-managed keys'],
  ['source-in-another-subscription', 'Encrypted source in another subscription'],
  ['trusted-launch-machine', 'Trusted launch VM with customer-managed keys'],
  ['source-too-large', 'Source that is too large'],
  ['source-with-plan', 'Source with a purchase plan'],
  ['number-in-recycle-bin', 'Version number in the recycle bin'],
] as const

test('each scenario that a review shows is there at one press', async ({ page, demo }) => {
  for (const scenario of reviewed) {
    const strip = await begin(page, demo.url, scenario)
    await press(page, 'Review + create')
    await seen(strip)
  }
})

test('what Azure refuses, and what fails later, is seen as promised', async ({ page, demo }) => {
  const busy = await begin(page, demo.url, ['versions-busy', 'Busy image definition'])
  await press(page, 'Create')
  await seen(busy)

  const throttled = await begin(page, demo.url, ['throttled', 'Throttling'])
  await press(page, 'Create')
  await seen(throttled)
  await press(throttled, 'Next step')
  await press(throttled, 'Move time forward')
  await expect(throttled.getByRole('button', { name: 'Move time forward' })).toBeEnabled()
  await press(page, 'Create')
  await seen(throttled)

  const slow = await begin(page, demo.url, ['slow-region', 'Slow region'])
  await press(page, 'Create')
  await seen(slow)
  await press(slow, 'Next step')
  await press(slow, 'Move time forward')
  await seen(slow)
})

test('the first scenario ends with the keys that were requested', async ({ page, demo }) => {
  const strip = await begin(page, demo.url, ['encrypted-version', 'A version encrypted with your own keys'])
  await press(page, 'Review + create')
  await seen(strip)
  await press(strip, 'Next step')
  await press(page, 'Create')
  await seen(strip)
  await press(strip, 'Next step')
  await press(strip, 'Move time forward')
  await seen(strip)
  await page.reload()
  await seen(strip)
  await strip.getByRole('link', { name: 'Another scenario' }).click()
  const panel = page.getByRole('dialog', { name: 'Demo' })
  await expect(panel.getByRole('heading', { name: 'Permissions' })).toBeVisible()
  await panel.getByRole('button', { name: /^End scenario/ }).click()
  await expect(strip).toBeHidden()
})

test('a failed region and one whose key is in another tenant are repaired, and a rehearsed key outage ends', async ({
  page,
  demo,
}) => {
  const failed = await begin(page, demo.url, ['region-fails', 'Failed replication to a region'])
  await press(page, 'Create')
  await seen(failed)
  await press(failed, 'Next step')
  await press(failed, 'Move time forward')
  await seen(failed)
  await press(failed, 'Next step')
  await press(page, 'Repair…')
  await press(page.getByRole('dialog'), 'Remove and add again')
  const forward = failed.getByRole('button', { name: 'Move time forward' })
  const done = failed.getByText('Seen', { exact: true })
  await expect(async () => {
    if (!(await done.isVisible())) await forward.click({ timeout: 5000 })
    await expect(done).toBeVisible({ timeout: 8000 })
  }).toPass()

  const foreign = await begin(page, demo.url, ['key-in-another-tenant', 'Key in another tenant'])
  await press(page, 'Create')
  await expect(page.getByRole('table', { name: 'Replication' })).toBeVisible()
  await press(foreign, 'Move time forward')
  await seen(foreign)
  await expect(page.getByText(/Ask the other tenant to assign it the role/).first()).toBeVisible()
  await press(foreign, 'Next step')
  await press(foreign, 'Grant access at Fabrikam')
  await press(page, 'Repair…')
  await press(page.getByRole('dialog'), 'Remove and add again')
  await press(foreign, 'Move time forward')
  await press(foreign, 'Move time forward')
  await seen(foreign)

  // It stops the machines of the forecast.
  const outage = await begin(page, demo.url, ['key-outage', 'Rehearsal of a key outage'])
  await seen(outage)
  await press(outage, 'Disable key')
  await press(outage, 'Let an hour pass')
  await seen(outage)
  await press(outage, 'Next step')
  await press(outage, 'Enable key')
  await seen(outage)
})

test('what a scenario has repaired, changed or accepted is as it was when it begins again', async ({ page, demo }) => {
  for (const [scenario, repair] of [
    [['vault-without-purge-protection', 'Key vault without purge protection'], 'Turn on purge protection'],
    [['set-not-granted', 'Set without access to its key'], 'Grant key vault access'],
  ] as const) {
    const strip = await begin(page, demo.url, scenario)
    await seen(strip)
    await press(strip, 'Next step')
    await press(page, repair)
    if (repair.startsWith('Turn on')) await press(page, 'Turn on')
    await seen(strip)
    await seen(await begin(page, demo.url, scenario))
    await expect(page.getByRole('button', { name: repair, exact: true })).toBeVisible()
  }

  const withNVMe = ['size-requires-nvme', 'VM size that requires NVMe'] as const
  const size = await begin(page, demo.url, withNVMe)
  await seen(size)
  await press(size, 'Next step')
  const change = page.getByRole('button', { name: 'Change disk controllers' })
  await change.click()
  await press(page, 'Save')
  await expect(change).toBeHidden()
  await new Wizard(page, demo.url).choose('Size', 'Standard_D2s_v6')
  await seen(size)
  await seen(await begin(page, demo.url, withNVMe))
  await expect(change).toBeVisible()

  for (const _ of ['first', 'again']) {
    const strip = await begin(page, demo.url, ['terms-not-accepted', 'Terms of a purchase plan'])
    await seen(strip)
    await press(strip, 'Next step')
    await press(page, 'Accept terms')
    await press(page.getByRole('dialog'), 'Accept')
    await seen(strip)
    await press(strip, 'Next step')
    const download = page.waitForEvent('download')
    await press(page, 'Generate and download key pair')
    await download
    await press(page, 'Review + create')
    await press(page, 'Create')
    await expect(page.getByText('Creating the virtual machine')).toBeVisible()
    await press(strip, 'Move time forward')
    await seen(strip)
  }
})

test('old versions are cleaned up, so that the next one can be created, and everything runs on', async ({
  page,
  demo,
}) => {
  const strip = await begin(page, demo.url, ['clean-up', 'Clean-up of old versions'])
  await page.getByRole('tab', { name: 'Replication' }).click()
  await expect(page.getByText('West US has all 300 image versions that Azure allows')).toBeVisible()
  await page.getByRole('tab', { name: 'Review + create' }).click()
  await expect(page.getByText('West US has all 300 image versions that Azure allows')).toBeVisible()
  await expect(page.getByText('Validation passed')).toBeHidden()
  await press(page, 'Create')
  await seen(strip)
  await press(strip, 'Next step')
  await page.getByRole('link', { name: 'Clean up versions' }).first().click()
  await page.getByRole('radio', { name: 'Delete' }).check()
  await press(page, 'Preview')
  await seen(strip)
  await press(strip, 'Next step')
  await expect(page.getByRole('button', { name: 'Delete: 150' })).toBeVisible()
  // However the page is reached: the cells keep their own padding beside Fluent's.
  const row = page.getByRole('table', { name: 'Preview' }).getByRole('row').nth(1)
  expect((await row.boundingBox())?.height).toBeGreaterThan(36)
  // A few are enough for the next version, and sooner done.
  await page.getByLabel('Name of the definition').fill('windows-runner')
  await page.getByLabel('Version number').fill('1.1*')
  await press(page, 'Preview')
  await press(page, 'Delete: 10')
  const dialog = page.getByRole('dialog', { name: 'Delete 10 versions?' })
  await dialog.getByRole('textbox').fill('10')
  await press(dialog, 'Delete versions')
  await expect(page.getByText(/10 of 10/)).toBeVisible({ timeout: 60_000 })
  await press(strip, 'Move time forward')
  await seen(strip)
  await press(strip, 'Next step')
  await follow(page, '/')
  await page.getByRole('link', { name: 'Create next version in ubuntu-runner' }).click()
  await press(page, 'Review + create')
  await press(page, 'Create')
  await seen(strip)
  await follow(page, '/estate/virtual-machines')
  for (const machine of ['runner-1-vm', 'desktop-4-vm'])
    await expect(page.getByRole('row', { name: new RegExp(machine) })).toContainText('Running')
  await follow(page, '/estate')
  await expect(page.getByRole('row', { name: /Image versions.*291 of 300/ })).toBeVisible()
})

test('people who lack a permission see what to ask for, and their link is enough to sign in', async ({
  page,
  demo,
}) => {
  const reader = await begin(page, demo.url, ['reader', 'User with read-only access'])
  await expect(page.getByRole('button', { name: /^Signed in as Rita/ })).toBeVisible()
  await press(page, 'Review + create')
  await seen(reader)

  const publisher = await begin(page, demo.url, ['no-right-on-sets', 'User without permission to view sets'])
  await page.getByRole('radio', { name: /Encryption at-rest with a customer-managed key/ }).check()
  await seen(publisher)

  const careful = await begin(page, demo.url, ['second-factor', 'Multifactor authentication for changes'])
  await press(page, 'Create')
  await press(page.getByRole('alertdialog'), 'Verify')
  await press(page, 'Approve')
  await seen(careful)

  const colleague = await begin(page, demo.url, ['no-subscription', 'User without a subscription'])
  await seen(colleague)
})

const looks = [
  { name: 'English, light, 1280 px', locale: 'en-US', width: 1280, height: 720, colorScheme: 'light' },
  { name: 'Italian, dark, 400 px', locale: 'it-IT', width: 400, height: 800, colorScheme: 'dark' },
] as const

for (const { name, locale, width, height, colorScheme } of looks)
  test.describe(name, () => {
    test.use({ locale, viewport: { width, height } })
    test('a step covers nothing, and cuts none of its words', async ({ page, demo }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const first = 'set-not-granted'
      await page.goto(`${demo.url}/demo/${first}`)
      for (const id of [first, 'no-set-in-region', 'policy-denies-platform-keys']) {
        if (id !== first) await follow(page, `/demo/${id}`)
        await expect(page).not.toHaveURL(/\/demo\//)
        const strip = page.getByRole('region', { name: /^Scenario:/ })
        await expect(strip).toBeVisible()
        await expect(new Wizard(page, demo.url).selectedTab()).toBeVisible()
        const { cut, bottom, top } = await strip.evaluate((element) => ({
          cut: [...element.children].filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1).length,
          bottom: element.getBoundingClientRect().bottom,
          top: (document.querySelector('#content')?.getBoundingClientRect().top ?? NaN) + window.scrollY,
        }))
        expect(cut, id).toBe(0)
        expect(bottom, id).toBeLessThanOrEqual(top)
      }
      await expectAxeClean(page, 'step of a scenario')
      await expectNoSideways(page, 'step of a scenario')
    })
  })
