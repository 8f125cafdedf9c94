import type { Page, ViewportSize } from '@playwright/test'
import { expectAxeClean, expectAxeCleanInAllColors, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, follow, signIn, test, versionPuts } from '../support/portal.ts'
import { openSubscription, selectMore } from '../support/wizard.ts'

const usual = { width: 1280, height: 900 }
const narrow = { width: 400, height: 800 }
const large = { width: 3840, height: 2160 }

/** Looks at the page in the usual window in all colors, and in a narrow one. */
async function inspectAtHand(page: Page, where: string): Promise<void> {
  await expectAxeCleanInAllColors(page, where)
  await expectNoSideways(page, where)
  await inspectAt(page, narrow, where)
}

async function inspectAt(page: Page, viewport: ViewportSize, where: string): Promise<void> {
  await page.setViewportSize(viewport)
  await expectNoSideways(page, `${where} at ${viewport.width} px`)
  await expectAxeClean(page, `${where} at ${viewport.width} px`)
}

/** Looks at the page in the usual window in all colors, in a narrow one and on a large screen. */
async function inspect(page: Page, where: string): Promise<void> {
  await inspectAtHand(page, where)
  await inspectAt(page, large, where)
  await page.setViewportSize(usual)
}

/** As `inspect`; on a large screen, a wizard opens beside its code. */
async function inspectWizard(page: Page, where: string): Promise<void> {
  await inspectAtHand(page, where)
  await page.setViewportSize(large)
  await page.getByRole('button', { name: 'Show code' }).click()
  await expect(page.getByRole('region', { name: 'Azure CLI' })).toBeVisible()
  await inspectAt(page, large, `${where} beside its code`)
  await page.getByRole('button', { name: 'Hide code' }).click()
  await page.setViewportSize(usual)
}

test.use({ viewport: usual })

const still = { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' } as const

test('S33: every page keeps to the security policy, is axe clean and fits the window, in all colors', async ({
  page,
  portal,
}) => {
  test.slow()
  await page.emulateMedia(still)
  await page.goto(`${portal.url}/galleries`)
  await expect(page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await inspect(page, 'landing page')
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Ada\b/ })).toBeVisible()
  await inspect(page, 'sign-in page')
  await page.getByRole('button', { name: /^Ada\b/ }).click()
  await openSubscription(page, 'Contoso Production')
  await expect(page.getByRole('link', { name: 'contosoGallery', exact: true })).toBeVisible()
  await inspect(page, 'galleries')
  await page.getByRole('link', { name: 'contosoGallery', exact: true }).click()
  await expect(page.getByRole('link', { name: 'ubuntu-web', exact: true })).toBeVisible()
  await inspect(page, 'gallery')
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Home' }).click()
  await expect(page.getByRole('link', { name: 'Create next version in ubuntu-web' })).toBeVisible()
  await expect(page.getByRole('main').locator('[aria-busy="true"]')).toHaveCount(0)
  await inspect(page, 'home')
  await follow(page, '/estate')
  await expect(page.getByRole('heading', { level: 1, name: 'Encryption overview' })).toBeVisible()
  await expect(page.getByRole('main').getByLabel('Loading')).toHaveCount(0)
  await inspect(page, 'encryption overview')
  for (const view of ['Key health', 'Key impact']) {
    await follow(page, '/disk-encryption-sets')
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view }).click()
    await expect(page.getByRole('heading', { level: 1, name: view })).toBeVisible()
    await expect(page.getByRole('main').getByLabel('Loading')).toHaveCount(0)
    // What reads keys in steps has ended: a button that becomes disabled meanwhile has no contrast.
    await expect(page.getByRole('main').locator('[aria-disabled="true"]')).toHaveCount(0)
    await inspect(page, view)
  }
})

test('S33: the pages of an image keep to the security policy, are axe clean and fit the window, in all colors', async ({
  page,
  portal,
  wizard,
}) => {
  test.slow()
  await page.emulateMedia(still)
  const definition = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
  await signIn(page, portal, 'Ada', `/image-definition?${new URLSearchParams({ id: definition })}`)
  await expect(page.getByRole('link', { name: '1.1.0', exact: true })).toBeVisible()
  await inspect(page, 'image definition')
  await selectMore(page, 'Import…')
  await page
    .getByRole('textbox', { name: 'Command, template, or configuration file' })
    .fill('az sig image-version create -l x')
  // While it is read, the button is disabled.
  const begin = page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true })
  await expect(begin).not.toHaveAttribute('aria-disabled', 'true')
  await inspect(page, 'start from code')
  await page.goBack()
  await page.getByRole('link', { name: 'Create version' }).first().click()
  await wizard.startEmpty()
  await expect(wizard.field('Version number')).toBeVisible()
  await inspectWizard(page, 'basics')
  await wizard.version('9.0.0')
  await wizard.managedImage('myImage')
  await wizard.goTo('Replication')
  await wizard.addRegion('Japan East')
  await inspectWizard(page, 'replication')
  await wizard.goTo('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  await inspectWizard(page, 'encryption')
  await wizard.goTo('Tags')
  await page.getByRole('button', { name: 'Add tag' }).click()
  await inspectWizard(page, 'tags')
  await wizard.goTo('Review')
  await expect(page.getByText(/^Validation failed/)).toBeVisible()
  await inspectWizard(page, 'review with problems')
  await wizard.goTo('Encryption')
  await inspectWizard(page, 'encryption with problems')
  await wizard.goTo('Replication')
  await page.getByRole('button', { name: 'Remove Japan East' }).click()
  await wizard.goTo('Encryption')
  await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet2')
  await wizard.goTo('Tags')
  await page.getByRole('button', { name: 'Remove empty tag' }).click()
  await wizard.review()
  await expect(page.getByText('Validation passed')).toBeVisible()
  await inspectWizard(page, 'review')
  await wizard.create()
  await expect(page.getByRole('heading', { name: '9.0.0' })).toBeVisible()
  portal.clock.advance(60_000) // half of what the source region needs
  await expect(page.getByRole('progressbar', { name: 'Replication to West US' })).toBeVisible()
  await inspect(page, 'image version, replicating')
  portal.clock.advance(600_000)
  await expect(page.getByText('As requested: 2 of 2')).toBeVisible()
  await inspect(page, 'image version')
})

test('the keyboard alone creates an encrypted version', async ({ page, portal, wizard }) => {
  await signIn(page, portal, 'Ada')
  const keys = async (...names: string[]) => {
    for (const name of names) await page.keyboard.press(name)
  }
  /** Presses Tab until `matches` is true for the focused element; fails if it never is. */
  const tabTo = async (name: RegExp) => {
    for (let steps = 0; steps < 80; steps++) {
      const focused = await page.evaluate(() => {
        const element = document.activeElement
        if (!(element instanceof HTMLElement) || element.tabIndex < 0 || element === document.body) return ''
        const labelled = (element.getAttribute('aria-labelledby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' ')
        const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : []
        const byLabel = labels.map((label) => label.textContent).join(' ')
        return [element.getAttribute('aria-label') ?? '', labelled, byLabel, element.textContent].join('|')
      })
      if (name.test(focused)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`The Tab key never reached ${name}`)
  }
  /** Opens the list of the dropdown that has the focus. */
  const openList = async () => {
    await keys('Enter')
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  }
  await tabTo(/Subscription/)
  await openList()
  await keys('ArrowDown', 'ArrowDown', 'Enter')
  await expect(page.getByRole('link', { name: 'contosoGallery', exact: true })).toBeVisible()
  await tabTo(/\|contosoGallery$/)
  await keys('Enter')
  await expect(page.getByRole('link', { name: 'ubuntu-web', exact: true })).toBeVisible()
  await tabTo(/\|ubuntu-web$/)
  await keys('Enter')
  await expect(page.getByRole('link', { name: 'Create version' }).first()).toBeVisible()
  await tabTo(/Create version/)
  await keys('Enter')
  await expect(page.getByText('Validation passed')).toBeVisible()
  await tabTo(/Start from/)
  await keys('Enter')
  await expect(page.getByRole('radio', { name: /^1\.1\.0, the latest version/ })).toBeFocused()
  await keys('Escape')
  await tabTo(/Discard draft/)
  await keys('Enter')
  await tabTo(/Discard draft/)
  await keys('Enter')
  await expect(wizard.field('Version number')).toBeVisible()
  await tabTo(/Version number/)
  await page.keyboard.type('9.1.0')
  await tabTo(/Managed image/)
  // Source is the first field with that name; the image itself is the next.
  await keys('Tab')
  await tabTo(/Managed image/)
  await openList()
  await keys('Enter')
  await expect(page.getByRole('combobox', { name: 'Managed image', exact: true })).toHaveText(/^myImage/)
  await tabTo(/^.*Next : Replication/)
  await keys('Enter')
  await tabTo(/Next : Encryption/)
  await keys('Enter')
  await tabTo(/platform managed key/)
  await keys('ArrowDown')
  await expect(page.getByRole('radio', { name: /customer-managed key/ }).first()).toBeChecked()
  await tabTo(/^OS disk · /)
  // The sets that are ready come first, once their keys are read.
  const firstSet = page.getByRole('listbox').getByRole('option').first()
  await openList()
  await expect(firstSet).toContainText('WestUSDiskEncryptionSet1')
  await keys('Enter')
  await expect(wizard.cell('West US', 'OS disk')).toContainText('WestUSDiskEncryptionSet1')
  await keys('ArrowRight')
  await openList()
  await expect(firstSet).toContainText('WestUSDiskEncryptionSet1')
  await keys('ArrowDown', 'Enter')
  await tabTo(/Review \+ create/)
  await keys('Enter')
  await expect(page.getByText('Validation passed')).toBeVisible()
  await tabTo(/^\|*Create$|\|Create$/)
  await keys('Enter')
  await expect(page.getByRole('heading', { name: '9.1.0' })).toBeVisible()
  expect(versionPuts(portal)).toHaveLength(1)
})
