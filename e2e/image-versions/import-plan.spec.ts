import type { Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, follow, signIn, test, type Portal } from '../support/portal.ts'

// Microsoft's own published commands, as people paste them.
const managedImage = String.raw`az sig image-version create \
   -g MyResourceGroup \
   --gallery-image-version 3.0.0 \
   --location westus \
   --target-regions westus=2=standard_lrs eastus2 \
   --target-region-encryption WestUSDiskEncryptionSet1,0,WestUSDiskEncryptionSet2 EastUS2DiskEncryptionSet1,0,EastUS2DiskEncryptionSet2 \
   --gallery-name MyGallery \
   --gallery-image-definition MyImage \
   --managed-image "/subscriptions/<subscription ID>/resourceGroups/myResourceGroup/providers/Microsoft.Compute/images/myImage"
`
const snapshots = managedImage
  .replace('eastus2 \\', 'eastus\\')
  .replace(/--managed-image .*/, '--os-snapshot myOSSnapshot --data-snapshots myDDSnapshot --data-snapshot-luns 0')
const westUSSet = (number: number) =>
  `@{DiskEncryptionSetId='subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet${number}'`
const powerShell = `$set = @{DiskEncryptionSetId='subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1'}
$data1 = ${westUSSet(2)};Lun=1}
$encryption1 = @{OSDiskImage=$set;DataDiskImages=@($data1)}
$region1 = @{Name='West US';ReplicaCount=1;StorageAccountType=Standard_LRS;Encryption=$encryption1}
New-AzGalleryImageVersion \`
   -ResourceGroupName $rgname \`
   -GalleryName $galleryName \`
   -GalleryImageDefinitionName $imageDefinitionName \`
   -Name $versionName -Location $location \`
   -SourceImageId $sourceId \`
   -TargetRegion $region1
`

async function chooseDefinition(page: Page): Promise<void> {
  for (const [label, option] of [
    ['Subscription', 'Contoso Production'],
    ['Target Azure compute gallery', 'contosoGallery'],
    ['Target VM image definition', 'ubuntu-web'],
  ] as const) {
    await page.getByRole('dialog').getByRole('combobox', { name: label }).click()
    await page.getByRole('option', { name: new RegExp(`^${option}`) }).click()
  }
}

const paste = (page: Page, text: string) =>
  page.getByRole('textbox', { name: 'Command, template, or configuration file' }).fill(text)
const notes = (page: Page) => page.getByRole('dialog').getByRole('region', { name: 'Findings' })
const definitionId = (portal: Portal) => `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
const startFor = (portal: Portal) =>
  `/create-image-version?${new URLSearchParams({ definition: definitionId(portal), start: 'code' })}`
const start = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true })

test("what reads code and does not load is said, with what to do; then the article's first command fills the wizard, ready to be created", async ({
  page,
  portal,
  wizard,
}) => {
  await page.route('**/assets/import-worker-*.js', (route) => route.abort())
  await signIn(page, portal, 'Ada', '/create-image-version?start=code')
  await paste(page, managedImage)
  await expect(page.getByText('This code can’t be read right now')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Command, template, or configuration file' })).toHaveValue(
    managedImage,
  )
  await page.unroute('**/assets/import-worker-*.js')
  await paste(page, managedImage.trimEnd())
  await expect(page.getByText('Recognized: Azure CLI')).toBeVisible()
  await expect(notes(page)).toContainText('The code doesn’t specify a subscription.')
  await start(page).click()
  const reason = page.getByText('Choose an image definition for the version.')
  await expect(reason).toBeVisible()
  await expect(page.getByRole('dialog').getByRole('combobox', { name: 'Target VM image definition' })).toBeFocused()
  // Above the buttons at the foot of the window, not behind them.
  const [said, foot] = [await reason.boundingBox(), await start(page).boundingBox()]
  expect((said?.y ?? NaN) + (said?.height ?? NaN)).toBeLessThan(foot?.y ?? NaN)
  await chooseDefinition(page)
  await start(page).click()
  // Nothing is missing.
  await expect(page.getByText('Validation passed')).toBeVisible()
  await wizard.goTo('Basics')
  await expect(wizard.field('Version number')).toHaveValue('3.0.0')
  await wizard.goTo('Encryption')
  await expect(wizard.cell('East US 2', 'LUN 0')).toContainText('EastUS2DiskEncryptionSet2')
})

test("an example is loaded, and its action is in view where it is opened; the article's other commands and Terraform are read, each with what contradicts it or is left open", async ({
  page,
  portal,
  wizard,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await signIn(page, portal, 'Ada', startFor(portal))
  await page.getByRole('button', { name: 'Terraform' }).click()
  await expect(page.getByText('Recognized: Terraform')).toBeVisible()
  await expect(notes(page)).toContainText('No problems found.')
  const open = start(page)
  await expect(open).toBeInViewport({ ratio: 1 })
  const code = page.getByRole('textbox', { name: 'Command, template, or configuration file' })
  const [left, right] = [await code.boundingBox(), await notes(page).boundingBox()]
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThan(right?.x ?? 0)
  await page.getByRole('button', { name: 'Azure CLI' }).click()
  await expect(page.getByText('Recognized: Azure CLI')).toBeVisible()
  await expectAxeClean(page, 'an example')
  await open.click()
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeEnabled()

  await page.setViewportSize({ width: 1280, height: 900 })
  await follow(page, startFor(portal))
  await paste(page, snapshots)
  const note = notes(page).getByRole('listitem').filter({ hasText: 'EastUS2DiskEncryptionSet1 is chosen for East US' })
  await expect(note).toContainText('but it’s in East US 2')
  await note.getByRole('button', { name: 'Line 6' }).click()
  const selected = await page.evaluate(() => window.getSelection()?.toString())
  expect(selected).toContain('--target-region-encryption')

  // In the browser, under its content security policy.
  await paste(
    page,
    'variable "region" { default = "West US" }\nresource "azurerm_shared_image_version" "v" {\n  name = "3.1.0"\n  location = var.region\n  gallery_name = azurerm_shared_image_gallery.g.name\n}',
  )
  await expect(page.getByText('Recognized: Terraform')).toBeVisible()
  await expect(page.getByRole('dialog').getByRole('region', { name: 'Summary' })).toContainText('West US')
  await expect(notes(page)).toContainText('The value of azurerm_shared_image_gallery.g.name isn’t in this code.')

  await paste(page, powerShell)
  await expect(page.getByText('Recognized: Azure PowerShell')).toBeVisible()
  await expect(notes(page)).toContainText('PowerShell would run Standard_LRS as a command.')
  await expect(notes(page)).toContainText('The value of $sourceId isn’t in this code.')
  await start(page).click()
  await page.getByRole('button', { name: 'Replace draft' }).click()
  // Which disks there are is not known yet: the sets are listed, and wait.
  await wizard.goTo('Encryption')
  const waiting = page.getByRole('table', { name: 'Sets waiting for a source: 2' })
  await expect(waiting.getByRole('row', { name: /West US LUN 1 WestUSDiskEncryptionSet2/ })).toBeVisible()
  await page.getByRole('button', { name: 'Go to Basics' }).click()
  await wizard.managedImage('myImage')
  await wizard.goTo('Encryption')
  await expect(wizard.cell('West US', 'OS disk')).toContainText('WestUSDiskEncryptionSet1')
  // myImage has no LUN 1: nothing is dropped unsaid.
  const unplaced = page.getByRole('table', { name: 'Sets for disks the source doesn’t have: 1' })
  await expect(unplaced).toContainText('WestUSDiskEncryptionSet2')
  await page.getByRole('button', { name: 'Remove sets' }).click()
  await expect(unplaced).toBeHidden()
})

test('a plan is saved, opened again, replaces no draft unasked, and its link shows it elsewhere and sends nothing', async ({
  page,
  portal,
  openWizard,
  anotherBrowser,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const wizard = await openWizard()
  await wizard.version('7.0.0')
  await wizard.managedImage('myImage')
  const plan = page.getByRole('button', { name: 'Share', exact: true })
  await plan.click()
  const place = await plan.boundingBox()
  await page.getByRole('menuitem', { name: 'Copy link' }).click()
  await expect(page.getByText('Link copied.')).toBeVisible()
  // At once: Firefox gives a page the clipboard for five seconds after a click.
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(await plan.boundingBox()).toEqual(place)
  await expectAxeClean(page, 'a copied link')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Link copied.')).toHaveCount(0)

  await plan.click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save configuration' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('image-version-plan.json')
  const saved = await file.path()
  await wizard.version('8.0.0')

  await page.goto(`${portal.url}/create-image-version?start=code`)
  await page.getByLabel('Choose file…').setInputFiles(saved)
  await expect(page.getByText('Recognized: Portal configuration file')).toBeVisible()
  await start(page).click()
  await expect(page.getByRole('dialog', { name: 'Replace your draft?' })).toContainText('version 8.0.0')
  await page.getByRole('button', { name: 'Keep draft' }).click()
  await start(page).click()
  await page.getByRole('button', { name: 'Replace draft' }).click()
  await wizard.goTo('Basics')
  await expect(wizard.field('Version number')).toHaveValue('7.0.0')

  const other = await anotherBrowser()
  const writes: string[] = []
  other.on('request', (request) => {
    if (request.method() === 'PUT') writes.push(request.url())
    expect(request.url()).not.toContain('plan=')
  })
  await signIn(other, portal, 'Ben', link.slice(portal.url.length))
  await expect(other.getByText('Someone shared this configuration with you')).toBeVisible()
  await expect(other.getByRole('dialog').getByRole('region', { name: 'Summary' })).toContainText('7.0.0')
  expect(writes).toEqual([])
  await other.goto(`${portal.url}/import#plan=damaged`)
  await other.reload()
  await expect(other.getByText('This link is damaged')).toBeVisible()
})

/** Each level is parsed with everything inside it: half a minute at least, where one level takes a second or two. */
const bomb = `resource "azurerm_shared_image_version" "v" { name = ${'jsonencode({ a = '.repeat(20)}[${'{},'.repeat(33_000)}]${'})'.repeat(20)} }`

test('code that takes too long to read is given up, or for another paste, and the page answers all the while', async ({
  page,
  portal,
}) => {
  await page.clock.install()
  await signIn(page, portal, 'Ada', '/create-image-version?start=code')
  await paste(page, managedImage)
  const open = start(page)
  await expect(open).toBeEnabled()
  // The five seconds are those of the test, however long the click takes.
  await page.clock.pauseAt(Date.now() + 60_000)
  await paste(page, bomb)
  await page.clock.runFor(400)
  const busy = page.getByText('Reading…')
  await expect(busy).toBeVisible()
  await expect(open).toBeDisabled()
  // A page that reads for itself would answer nothing before it has read.
  await page.getByRole('button', { name: 'Clear' }).focus()
  await expect(page.getByRole('button', { name: 'Clear' })).toBeFocused()
  expect(await busy.isVisible()).toBe(true)
  await expect(async () => {
    await page.clock.runFor(5_000)
    await expect(page.getByText('This code takes too long to read')).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(page.getByText('Couldn’t read the code', { exact: true })).toBeVisible()
  await page.clock.resume()
  await expectAxeClean(page, 'code that took too long')

  await paste(page, managedImage)
  await expect(page.getByText('Recognized: Azure CLI')).toBeVisible()
  await expect(page.getByText('This code takes too long to read')).toHaveCount(0)
  await expect(open).toBeEnabled()

  await paste(page, bomb)
  await expect(page.getByText('Reading…')).toBeVisible()
  await paste(page, snapshots)
  await expect(page.getByText('Recognized: Azure CLI')).toBeVisible()
  await expect.poll(() => page.workers().length).toBe(1)
})

test.describe('in Italian, in a narrow window, by the keyboard', () => {
  test.use({ locale: 'it-IT', viewport: { width: 400, height: 800 } })
  test('a command is imported', async ({ page, portal }) => {
    await page.goto(`${portal.url}${startFor(portal)}`)
    await page.getByRole('main').getByRole('button', { name: 'Accedi', exact: true }).click()
    await page.getByRole('button', { name: /^Ada\b/ }).click()
    const field = page.getByRole('textbox', { name: 'Comando, modello o file di configurazione' })
    await field.focus()
    await page.keyboard.insertText(managedImage)
    await expect(page.getByText('Il codice non specifica una sottoscrizione.')).toBeVisible()
    await expectNoSideways(page, 'import')
    await expectAxeClean(page, 'import')
    const open = page.getByRole('button', { name: 'Inizia', exact: true })
    for (let presses = 0; presses < 30 && !(await open.evaluate((node) => node === document.activeElement)); presses++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('tabpanel')).toContainText('3.0.0')
  })
})
