import type { Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, follow, test } from '../support/portal.ts'

/** Notes from now on how much of the page moves without anybody having asked for it, as Core Web Vitals count it. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(async () => {
    const count = (entry: PerformanceEntry) => {
      if ('value' in entry)
        Object.assign(window, { shifted: Number(Reflect.get(window, 'shifted')) + Number(entry.value) })
    }
    Object.assign(window, { shifted: 0 })
    new PerformanceObserver((list) => list.getEntries().forEach(count)).observe({ type: 'layout-shift' })
    // What a new size of the window moves comes before. On a slow machine a frame or two lie between the page's narrow
    // form and the places of what is measured in it.
    for (let quiet = 0; quiet < 5; quiet++) {
      await new Promise(requestAnimationFrame)
      if (Reflect.get(window, 'shifted') !== 0) quiet = -1
      Object.assign(window, { shifted: 0 })
    }
  })
  // One frame more, for what is told of the last one.
  return () =>
    page.evaluate(async () => {
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      return Number(Reflect.get(window, 'shifted'))
    })
}

/**
 * Opens the help of a term by a key, looks at it, and closes it with the focus back; nothing moves meanwhile. `part` is
 * what axe looks at.
 */
async function openAndClose(page: Page, term: string, key = 'Enter', part = 'html'): Promise<void> {
  // Hidden from assistive technology while the help has the focus.
  const button = page.getByRole('button', { name: `Help: ${term}`, exact: true, includeHidden: true }).first()
  await button.focus()
  // What the page asks for when it opens moves it, too.
  await page.waitForLoadState('networkidle')
  const shifts = await watchShifts(page)
  const scrolled = () => page.evaluate(() => window.scrollY)
  const before = { box: await button.boundingBox(), scrolled: await scrolled() }
  await page.keyboard.press(key)
  const card = page.getByRole('dialog', { name: term })
  await expect(card.getByRole('link', { name: 'Learn more on Microsoft Learn opens in a new tab' })).toBeFocused()
  await expect(card).toHaveAccessibleDescription(/\.$/)
  expect({ box: await button.boundingBox(), scrolled: await scrolled() }).toEqual(before)
  await expectAxeClean(page, term, part)
  await expectNoSideways(page, term)
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await expect(button).toBeFocused()
  expect(await shifts(), `what moves with the help of ${term}`).toBe(0)
}

/** Does so for the terms of a tab in a wide and in a narrow window; the tab itself is behind the first one. */
async function openAndCloseAll(page: Page, terms: string[], key = 'Enter'): Promise<void> {
  for (const width of [400, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    for (const [index, term] of terms.entries())
      await openAndClose(page, term, key, index === 0 ? 'html' : '[role="dialog"]')
  }
}

test('help is opened by keyboard on each tab of the wizard, gives the focus back, and closes by a press', async ({
  page,
  openWizard,
}) => {
  const wizard = await openWizard()
  await wizard.version('9.0.0')
  await wizard.managedImage('myImage')
  await openAndCloseAll(page, ['Image version', 'Image definition', 'Exclude from latest'])
  await wizard.goTo('Replication')
  await openAndCloseAll(page, ['Replicas'])
  await wizard.goTo('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  await wizard.set('West US', 'OS disk', 'WestUSDisabledKeyDiskEncryptionSet')
  // Azure's facts about the key come after the choice, and the line below the row with them.
  await expect(page.getByRole('region', { name: 'OS disk · West US' })).toContainText('Not ready')
  await openAndCloseAll(page, ['Double encryption', 'Disk encryption set', 'Key health'], 'Space')
  await wizard.goTo('Tags')
  await openAndCloseAll(page, ['Tags'])
  await wizard.goTo('Review')
  await openAndCloseAll(page, ['Replicas', 'Disk encryption set'])

  await wizard.goTo('Basics')
  const help = page.getByRole('button', { name: 'Help: Image version', includeHidden: true })
  const card = page.getByRole('dialog', { name: 'Image version' })
  await help.click()
  await expect(card).toBeVisible()
  await help.click()
  await expect(card).toBeHidden()
  await help.click()
  await expect(card).toBeVisible()
  // It keeps the focus that it took.
  await page.getByRole('textbox', { name: 'Version number', includeHidden: true }).click()
  await expect(card).toBeHidden()
  await expect(wizard.field('Version number')).toBeFocused()
})

test('a confidential version, a gallery, a definition and a set have help, too, in the language shown', async ({
  page,
  portal,
  openWizard,
}) => {
  const wizard = await openWizard({ definition: 'confidential-ledger' })
  await wizard.goTo('Encryption')
  await openAndClose(page, 'Confidential disk encryption')
  await follow(page, `/gallery?${new URLSearchParams({ id: `${compute(portal)}/galleries/contosoGallery` })}`)
  await openAndClose(page, 'Recycle bin')
  await page.getByRole('link', { name: 'ubuntu-web', exact: true }).click()
  await openAndClose(page, 'Image version')
  const sets = page.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'Disk encryption sets' })
  // Loaded, so that its rows and their keys have been asked for before the look for what moves.
  await page.goto(`${portal.url}/disk-encryption-sets`)
  await openAndClose(page, 'Disk encryption set')
  await page.getByRole('link', { name: 'WestUSDiskEncryptionSet1', exact: true }).click()
  await openAndClose(page, 'Key health')

  await sets.click()
  await page.getByRole('button', { name: 'Language' }).click()
  await page.getByRole('menuitemradio', { name: 'Italiano' }).click()
  await page.getByRole('button', { name: 'Guida: Set di crittografia del disco' }).click()
  const card = page.getByRole('dialog', { name: 'Set di crittografia del disco' })
  await expect(card.getByRole('link', { name: /^Altre informazioni in Microsoft Learn/ })).toHaveAttribute(
    'href',
    'https://learn.microsoft.com/it-it/azure/virtual-machines/disk-encryption#customer-managed-keys',
  )
  await expect(card.getByRole('link', { name: /^Apri la guida/ })).toHaveAttribute(
    'href',
    '/help/concepts#set-di-crittografia-del-disco',
  )
})

const shortcuts = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' })

test('a question mark lists the shortcuts of the page in hand, as a button and a menu do, and can be turned off', async ({
  page,
  openWizard,
}) => {
  const wizard = await openWizard()
  await wizard.managedImage('myImage')
  await wizard.field('Version number').press('Shift+?')
  await wizard.field('Version number').press('9')
  await expect(wizard.field('Version number')).toHaveValue('?9')
  await expect(shortcuts(page)).toBeHidden()
  await page.getByRole('tab', { name: 'Basics' }).press('Shift+?')
  await expect(shortcuts(page).getByRole('region', { name: 'Tabs' })).toBeVisible()
  await expect(shortcuts(page).getByRole('region', { name: 'Disk encryption set grid' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tab', { name: 'Basics' })).toBeFocused()

  await wizard.goTo('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  await wizard.cell('West US', 'OS disk').press('Shift+?')
  const grid = shortcuts(page).getByRole('region', { name: 'Disk encryption set grid' })
  await expect(grid).toContainText('Copy the set to the cells below')
  await expectAxeClean(page, 'the shortcuts of the grid')
  await page.keyboard.press('Escape')
  await expect(shortcuts(page)).toBeHidden()
  await expect(wizard.cell('West US', 'OS disk')).toBeFocused()
  await expect(page.getByRole('listbox')).toHaveCount(0)

  const button = page.getByRole('button', { name: 'Keyboard shortcuts' })
  await button.press('Enter')
  await expect(shortcuts(page).getByRole('region', { name: 'Disk encryption set grid' })).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).press('Enter')
  await expect(button).toBeFocused()

  await page.setViewportSize({ width: 400, height: 800 })
  await follow(page, '/disk-encryption-sets')
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click()
  await expect(shortcuts(page).getByRole('region', { name: 'Lists' })).toBeVisible()
  await expectAxeClean(page, 'the shortcuts of a list')
  await expectNoSideways(page, 'the shortcuts of a list')
  await page.getByRole('switch', { name: 'Open this list with ?' }).press('Space')
  await page.keyboard.press('Escape')
  const home = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Home' })
  await home.press('Shift+?')
  await expect(home).toBeFocused()
  await expect(shortcuts(page)).toBeHidden()
})
