import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expectAxeCleanInAllColorsAndNarrow, expectNoSideways } from '../support/axe-clean.ts'
import { addDoublyEncryptedVersion, addVersions, manyVersionsDefinition } from '../support/browse-world.ts'
import { expect, follow, signIn, storeChoices, test } from '../support/portal.ts'
import { chooseIn, selectMore } from '../support/wizard.ts'

const definitionPage = `/image-definition?id=${encodeURIComponent(manyVersionsDefinition)}`

/** The names in the visible rows of a list. */
function names(page: Page) {
  return page.getByRole('rowheader')
}

/** Asserts that the text of a cell has enough width. An inline element has no width of its own to compare. */
async function expectWhole(text: Locator): Promise<void> {
  await expect(text).toBeVisible()
  const isCut = await text.evaluate((element) =>
    [element, element.closest('[role=cell], [role=rowheader]')].some(
      (part) => part && getComputedStyle(part).display !== 'inline' && part.scrollWidth > part.clientWidth,
    ),
  )
  expect(isCut).toBe(false)
}

test('saves all rows that match as CSV, whichever are in view, and finds, sorts and pages among a thousand', async ({
  page,
  portal,
}) => {
  addVersions(portal.azure, 1200)
  await signIn(page, portal, 'Ada', `${definitionPage}&search=3.`)
  await expect(page.getByText('1,200 results')).toBeVisible()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  const file = await saved
  expect(file.suggestedFilename()).toBe('Image versions.csv')
  const text = await readFile(await file.path(), 'utf8')
  const lines = text.trimEnd().split('\r\n')
  expect(lines).toHaveLength(1201)
  expect(lines[0]).toBe(
    '\uFEFF"Version","Encryption","State","Regions, source first","Replicas","Published","End of life","Resource ID"',
  )
  expect(lines.at(-1)).toMatch(/^"3\.0\.0","Customer-managed key","Succeeded","West US, East US 2","3","2025-09-18T/)

  await page.getByRole('searchbox', { name: 'Search by name' }).fill('')
  await expect(page.getByText('1,202 results')).toBeVisible()
  await expect(names(page).first()).toHaveText('3.1199.0')

  await page.getByRole('button', { name: 'Version', exact: true }).click()
  await expect(page.getByRole('columnheader', { name: 'Version' })).toHaveAttribute('aria-sort', 'ascending')
  await expect(names(page).first()).toHaveText('1.0.0')

  // With the keyboard to rows that no earlier page has contained.
  await page.keyboard.press('End')
  await expect(page.getByRole('link', { name: '3.1199.0', exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: /^Select ubuntu-web 3\.1199\.0/ })).toHaveAttribute(
    'aria-rowindex',
    '1203',
  )

  await page.getByRole('searchbox', { name: 'Search by name' }).fill('3.10')
  await expect(page.getByText('111 results')).toBeVisible()
  await expect(page.getByRole('searchbox')).toBeFocused()
  await expect(names(page).first()).toHaveText('3.10.0')
  // the last one in view
  await expect(names(page).nth(9)).toHaveText('3.108.0')
  await page.reload()
  await expect(page.getByText('111 results')).toBeVisible()
})

test.describe('with idle moments', () => {
  test.use({ loadsAllPages: true })
  test('the code of the other pages comes while the browser has nothing else to do', async ({ page, portal }) => {
    const code = page.waitForRequest(/\/assets\/DiskEncryptionSetsPage-/)
    await signIn(page, portal, 'Ada')
    await code
    await expect(page).toHaveURL(`${portal.url}/image-versions/galleries`)
  })
})

test('the code of a page sets out before the sign-in, also by an address from which it has moved', async ({
  page,
  portal,
}) => {
  for (const path of ['/image-versions/galleries', '/galleries']) {
    await page.goto(`${portal.url}${path}`)
    const code = page.waitForRequest(/\/assets\/Galleries-/)
    await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).hover()
    await code
  }
})

test('the code of a page and what it shows are asked for once, when the pointer rests on a link to it', async ({
  page,
  portal,
}) => {
  await signIn(page, portal, 'Ada', '/')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const main = page.getByRole('navigation', { name: 'Main pages' })
  const code = page.waitForRequest(/\/assets\/DiskEncryptionSetsPage-/)
  for (const [link, rows, shown] of [
    [main.getByRole('link', { name: 'Disk encryption sets' }), 'disk-encryption-sets', 'WestUSDiskEncryptionSet1'],
    [main.getByRole('link', { name: 'Image versions' }), 'image-versions', 'ubuntu-web 1.1.0'],
    [page.getByRole('link', { name: 'Galleries', exact: true }), 'galleries', 'contosoGallery'],
    [page.getByRole('link', { name: 'contosoGallery', exact: true }), 'image-definitions', 'ubuntu-web'],
    [page.getByRole('link', { name: 'ubuntu-web', exact: true }), 'image-versions', '1.1.0'],
  ] as const) {
    asked.length = 0
    const answer = page.waitForResponse((response) => response.url().includes(`/api/estate/${rows}`))
    await link.hover()
    await answer
    await code
    await link.click()
    await expect(page.getByRole('rowheader').getByRole('link', { name: shown, exact: true })).toBeVisible()
    expect(asked.filter((url) => url.includes(`/api/estate/${rows}`))).toHaveLength(1)
  }
  // The version that the next one begins like, as soon as it is known which one it is.
  asked.length = 0
  const latest = page.waitForResponse(/\/api\/stored-image-version\?/)
  const create = page.getByRole('main').getByRole('link', { name: 'Create version' }).first()
  await create.hover()
  await latest
  await create.click()
  await expect(page.getByRole('tab', { name: 'Review + create', selected: true })).toBeVisible()
  expect(asked.filter((url) => url.includes('/api/stored-image-version?'))).toHaveLength(1)
})

test('tells at a glance whose keys encrypt each version, shows those of one kind, and finds nothing by a text longer than any name; the list of machines leads to the sets of their disks, and that of sets says of each whether it can use its key', async ({
  page,
  portal,
}) => {
  addDoublyEncryptedVersion(portal.azure, '2.2.0')
  const long = 'x'.repeat(400)
  await signIn(page, portal, 'Ada', `/image-versions?search=${long}`)
  await expect(page.getByText('No matches')).toBeVisible()
  // The button is there while the focus is in the box.
  await page.getByRole('searchbox').focus()
  await page.getByRole('button', { name: 'Clear search', exact: true }).click()
  await expect(page.getByRole('row', { name: /ubuntu-web 1\.1\.0 contosoGallery Customer-managed key/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /ubuntu-web 2\.2\.0 contosoGallery Double encryption/ })).toBeVisible()

  await chooseIn(page.getByRole('combobox', { name: 'Encryption' }), 'Double encryption')
  await expect(names(page).getByRole('link')).toHaveText(['ubuntu-web 2.2.0', 'ubuntu-recoverable 1.2.0'])
  await chooseIn(page.getByRole('combobox', { name: 'Encryption' }), 'Confidential')
  await expect(page.getByText('No matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear search and filters' }).click()
  await expect(page.getByRole('link', { name: 'ubuntu-web 2.2.0', exact: true })).toBeVisible()
  await page.getByRole('searchbox').fill(long)
  await expect(page.getByText('No matches')).toBeVisible()

  await follow(page, '/estate/virtual-machines')
  await expect(
    page.getByRole('row', { name: /^trusted-vm Stopped \(deallocated\) – Customer-managed key.*2 disks/ }),
  ).toBeVisible()
  await chooseIn(page.getByRole('combobox', { name: 'Encryption' }), 'Customer-managed key')
  await expect(names(page)).toHaveText(['trusted-vm'])
  await page.getByRole('link', { name: 'WestUSDiskEncryptionSet1' }).click()
  await expect(page.getByRole('heading', { name: 'WestUSDiskEncryptionSet1' })).toBeVisible()

  const breadcrumb = page.getByRole('navigation', { name: 'Breadcrumb' })
  await breadcrumb.getByRole('link', { name: 'Disk encryption sets' }).click()
  await page.getByRole('searchbox').fill('WestUSDisabledKey')
  const row = page.getByRole('row', { name: /^Select WestUSDisabledKeyDiskEncryptionSet/ })
  await expect(row.getByRole('cell').nth(1)).toHaveText('Not readykey disabled')
  await expect(row).not.toContainText('Succeeded')

  await page.getByRole('searchbox').fill('')
  await expect(page.getByText('59 results')).toBeVisible()
  await chooseIn(page.getByRole('combobox', { name: 'Key health' }), 'Needs attention')
  await expect(page.getByText('Keys checked: 59')).toBeVisible()
  await expect(names(page).first()).toHaveText('WestUSDisabledKeyDiskEncryptionSet')
  await expect(page.getByRole('row', { name: /ExpiringKey.+Ready, with warnings/ })).toBeVisible()
  await expect(page.getByRole('link', { name: 'WestUSDiskEncryptionSet1', exact: true })).toHaveCount(0)
  await expect(page).toHaveURL(/health=attention/)

  await page.getByRole('link', { name: 'WestUSDisabledKeyDiskEncryptionSet' }).click()
  await expect(page.getByRole('main').getByText('Not ready').first()).toBeVisible()
})

test('a list has one row of filters, encryption and state are never cut off, and what a column is too narrow for is told on it', async ({
  page,
  portal,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await signIn(page, portal, 'Ada', '/image-versions')
  await expectWhole(page.getByText('Succeeded', { exact: true }).last())
  await expectWhole(page.getByRole('link', { name: /^ubuntu-web / }).last())
  addVersions(portal.azure, 100, { excludeFromLatest: true })
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('searchbox').fill('3.')
  await expect(page.getByText('100 results')).toBeVisible()
  await expectWhole(page.getByText('contosoGallery · Excluded from latest').first())
  const tops = await page
    .getByRole('main')
    .getByRole('combobox')
    .or(page.getByRole('searchbox'))
    .evaluateAll((fields) => fields.map((field) => Math.round(field.getBoundingClientRect().y)))
  expect(tops.length).toBeGreaterThanOrEqual(5)
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(12)

  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'Disk encryption sets' }).click()
  await expectWhole(page.getByRole('cell').getByText('Ready', { exact: true }).first())
  const cut = page.getByRole('rowheader', { name: 'GermanyWestCentralConfidentialEncryptionSet' })
  await cut.hover()
  await expect(cut).toHaveAttribute('title', 'GermanyWestCentralConfidentialEncryptionSet')

  await page.evaluate(() => localStorage.setItem('language', 'it'))
  await page.goto(`${portal.url}/image-versions?search=1.0.0`)
  await expectWhole(page.getByText('Chiave gestita dalla piattaforma', { exact: true }).last())
  await expectWhole(page.getByText('Riuscita', { exact: true }).last())
  const state = page.getByRole('columnheader', { name: 'Stato' })
  await state.hover()
  await expect(state).toHaveAttribute('title', '')
})

test('makes a gallery and an image definition in the wizard, and goes on with what was typed', async ({
  page,
  portal,
  wizard,
}) => {
  await signIn(
    page,
    portal,
    'Ada',
    `/create-image-version?${new URLSearchParams({ definition: manyVersionsDefinition, from: 'nothing' })}`,
  )
  await wizard.version('7.0.0')
  await page.getByRole('button', { name: 'Create gallery' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(form.getByText('Choose a resource group.')).toBeVisible()
  await wizard.choose('Resource group', 'myResourceGroup', form)
  await form.getByRole('textbox', { name: 'Name' }).fill('team-gallery')
  await form.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(form.getByText(/^Use up to 80 letters/)).toBeVisible()
  await form.getByRole('textbox', { name: 'Name' }).fill('teamGallery')
  await wizard.choose('Region', 'West US', form)
  await form.getByRole('button', { name: 'Create', exact: true }).dblclick()
  await expect(page.getByRole('combobox', { name: 'Target Azure compute gallery' })).toHaveText('teamGallery')
  expect(portal.azure.requests.filter((one) => one.method === 'PUT' && one.path.endsWith('/teamGallery'))).toHaveLength(
    1,
  )

  await page.getByRole('button', { name: 'Create image definition' }).click()
  await form.getByRole('textbox', { name: 'Name' }).fill('ubuntu-team')
  await wizard.choose('Security type', 'Standard', form)
  for (const part of ['Publisher', 'Offer', 'SKU']) await form.getByRole('textbox', { name: part }).fill('team')
  await form.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByRole('combobox', { name: 'Target VM image definition' })).toHaveText('ubuntu-team')
  await expect(wizard.field('Version number')).toHaveValue('7.0.0')
  portal.clock.advance(60_000)
  await wizard.managedImage('myImage')
  await wizard.reviewAndCreate()
  await expect(page.getByRole('heading', { name: '7.0.0' })).toBeVisible()
})

test('says beforehand what Azure would refuse to delete, deletes a version by its name, and shows it go', async ({
  page,
  portal,
}) => {
  await signIn(page, portal, 'Ada', definitionPage)
  await selectMore(page, 'Delete')
  await expect(
    page.getByText('The image definition contains image versions: 1.0.0 and 1.1.0. Delete them first.'),
  ).toBeVisible()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Delete' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Close' }).click()

  await page.getByRole('link', { name: '1.0.0', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'ubuntu-web 1.0.0', level: 1 })).toBeVisible()
  await selectMore(page, 'Delete')
  const dialog = page.getByRole('dialog', { name: 'Delete image version 1.0.0' })
  await dialog.getByRole('textbox', { name: 'Type 1.0.0 to confirm' }).fill('1.0')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(dialog.getByText('The name doesn’t match. Type 1.0.0.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Type 1.0.0 to confirm' }).fill('1.0.0')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'ubuntu-web' })).toBeVisible()
  await expect(page.getByRole('row', { name: /1\.0\.0 .* Deleting/ })).toBeVisible()
  portal.clock.advance(600_000)
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByRole('link', { name: '1.0.0', exact: true })).toHaveCount(0)
})

test('the lists and their dialogs are axe clean and fit the window, in Italian', async ({ page, portal }) => {
  test.slow()
  addVersions(portal.azure, 300)
  await storeChoices(page, { language: 'it' })
  await page.goto(`${portal.url}/image-versions`)
  await page.getByRole('main').getByRole('button', { name: 'Accedi', exact: true }).click()
  await page.getByRole('button', { name: /^Ada\b/ }).click()
  const firstRow = page.locator('[data-index="0"] a').first()
  const open = async (path: string, title: string) => {
    await follow(page, path)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
    await expect(firstRow).toBeVisible()
  }
  await expect(firstRow).toBeVisible()
  await expectAxeCleanInAllColorsAndNarrow(page, 'image versions')
  for (const [path, title] of [
    ['/disk-encryption-sets', 'Set di crittografia del disco'],
    ['/estate/virtual-machines', 'Macchine virtuali'],
  ] as const) {
    await open(path, title)
    await expectAxeCleanInAllColorsAndNarrow(page, path)
  }
  await page.setViewportSize({ width: 400, height: 900 })
  await open('/image-versions/galleries', 'Raccolte')
  await expectNoSideways(page, 'galleries')
  await open(definitionPage, 'ubuntu-web')
  await expectNoSideways(page, 'image definition')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('button', { name: 'Altre azioni' }).click()
  await page.getByRole('menuitem', { name: 'Elimina', exact: true }).click()
  await expect(page.getByRole('dialog').getByText(/1\.0\.0/)).toBeVisible()
  await expectAxeCleanInAllColorsAndNarrow(page, 'the dialog')
})
