import { readFile } from 'node:fs/promises'
import { deflateRawSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expectAxeClean } from '../support/axe-clean.ts'
import { compute, expect, signIn, test, type Portal } from '../support/portal.ts'
import { chooseIn, selectMore } from '../support/wizard.ts'

const pathOf = (page: string, portal: Portal, definition = 'ubuntu-web/versions/1.1.0') =>
  `/${page}?${new URLSearchParams({ id: `${compute(portal)}/galleries/contosoGallery/images/${definition}` })}`

interface ProfileFile {
  profile: { name: string; regions: { name: string; encryption: { osDiskImage: string } }[] }
}

/** The profile of a file with one more region, whose sets are named like those of another one. */
function withRegion(text: string, { name, prefix }: { name: string; prefix: string }): string {
  const file = JSON.parse(text) as ProfileFile
  const [first] = file.profile.regions
  const copy = JSON.stringify(first).replaceAll(/WestUS(?=DiskEncryptionSet)/g, prefix)
  const added = { ...(JSON.parse(copy) as typeof first), name }
  return JSON.stringify({ ...file, profile: { ...file.profile, regions: [...file.profile.regions, added] } })
}

const asFile = (text: string) => ({ name: 'profile.json', mimeType: 'application/json', buffer: Buffer.from(text) })
const fragmentOf = (text: string) => `#profile=${deflateRawSync(text).toString('base64url')}`

/** The dialog, opened from the menu of the cells. */
async function openDialog(page: Page, item: string) {
  await page
    .getByRole('button', { name: item.startsWith('Apply') ? 'Other ways to fill sets' : 'More commands' })
    .click()
  await page.getByRole('menuitem', { name: item }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  return dialog
}

test('a profile goes from a version to another version, an update and a machine, by file and by link', async ({
  page,
  portal,
  wizard,
}) => {
  test.slow()
  // Saved from a version.
  await signIn(page, portal, 'Ada', pathOf('image-version', portal))
  await selectMore(page, 'Save as profile…')
  const saving = page.getByRole('dialog', { name: 'Save as encryption profile' })
  await expect(saving).toContainText('2 regions, 4 disks')
  await saving.getByRole('textbox', { name: 'Profile name' }).fill('Production')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    saving.getByRole('button', { name: 'Save file' }).click(),
  ])
  await expect(saving).toContainText('File saved.')
  await saving.getByRole('button', { name: 'Show pipeline with these sets' }).click()
  const pipeline = page.getByRole('dialog', { name: 'Selected versions as code' })
  await chooseIn(pipeline.getByRole('combobox', { name: 'File' }), 'image-version-plan.json')
  await expect(pipeline.getByRole('region', { name: 'GitHub Actions' })).toContainText('EastUS2DiskEncryptionSet2')
  await pipeline.getByRole('button', { name: 'Close' }).click()
  const saved = await readFile(await download.path(), 'utf8')

  const otherSets = saved.replaceAll(/WestUSDiskEncryptionSet\d/g, 'WestUSDiskEncryptionSet3')

  // Applied to a new version: a set that doesn't exist is told and left out.
  const text = withRegion(saved, { name: 'westeurope', prefix: 'Gone' })
  const definition = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
  await page.goto(`${portal.url}/create-image-version?${new URLSearchParams({ definition, from: 'nothing' })}`)
  await wizard.version('7.0.0')
  await wizard.managedImage('myImage')
  await wizard.goTo('Replication')
  await wizard.addRegion('East US 2')
  await wizard.addRegion('West Europe')
  await wizard.goTo('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  await wizard.set('East US 2', 'LUN 0', 'EastUS2DiskEncryptionSet1')
  const applying = await openDialog(page, 'Apply profile…')
  await applying.getByLabel('Choose file…').setInputFiles(asFile('{"version": 1'))
  await expect(applying).toContainText('This isn’t an encryption profile')
  await applying.getByLabel('Choose file…').setInputFiles(asFile(text))
  await expect(applying.getByRole('status')).toContainText('Profile Production')
  await expect(applying.getByRole('listitem')).toHaveText(['Sets to apply: 3', 'Skipped: 2'])
  await expect(
    applying.getByRole('row', { name: /OS disk in West Europe GoneDiskEncryptionSet1 Not found/ }),
  ).toBeVisible()
  await expectAxeClean(page, 'applying a profile')
  await applying.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(wizard.cell('West US', 'OS disk')).toContainText('WestUSDiskEncryptionSet1')
  // The choice that was there stays, and says that it is another.
  await expect(wizard.cell('East US 2', 'LUN 0')).toContainText('Differs from profile Production')
  await expect(wizard.cell('East US 2', 'OS disk')).not.toContainText('Differs')
  await expect(wizard.cell('West Europe', 'OS disk')).toContainText('Choose')
  await page.reload()
  await expect(wizard.cell('East US 2', 'LUN 0')).toContainText('Differs from profile Production')

  // Applied to an update: the region that is added gets its sets, from a link.
  await page.goto(`${portal.url}${pathOf('update-image-version', portal)}`)
  await wizard.addRegion('West Europe', 'Add region')
  const updating = await openDialog(page, 'Apply profile…')
  const shared = fragmentOf(withRegion(saved, { name: 'West Europe', prefix: 'WestEurope' }))
  await updating.getByRole('textbox', { name: 'Link to a profile' }).fill(`${portal.url}/import${shared}`)
  await expect(updating.getByRole('listitem')).toHaveText(['Sets to apply: 2'])
  await updating.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(wizard.cell('West Europe', 'LUN 0')).toContainText('WestEuropeDiskEncryptionSet2')

  // Applied to a machine: its region's sets.
  const machine = new URLSearchParams({
    version: `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0`,
  })
  await page.goto(`${portal.url}/create-virtual-machine?${machine}`)
  await expect(page.getByRole('textbox', { name: 'Virtual machine name' })).toBeVisible()
  await wizard.choose('Region', 'West US')
  await wizard.goTo('Disks')
  const osDisk = page.getByRole('group', { name: 'OS disk' })
  // The set that the image has in the region is proposed once it is read.
  await expect(osDisk).toContainText('WestUSDiskEncryptionSet1')
  await page.getByRole('button', { name: 'Apply profile…' }).click()
  const forMachine = page.getByRole('dialog')
  await forMachine.getByLabel('Choose file…').setInputFiles(asFile(otherSets))
  await expect(forMachine.getByRole('status')).toContainText('Profile Production')
  await forMachine.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(osDisk).toContainText('Differs from profile Production')
  // The draft has the profile, too.
  await page.reload()
  await expect(osDisk).toContainText('Differs from profile Production')
  await page.getByRole('button', { name: 'Apply profile…' }).click()
  await forMachine.getByRole('checkbox', { name: /^Replace existing choices/ }).check()
  await forMachine.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(osDisk).toContainText('WestUSDiskEncryptionSet3')
  await expect(osDisk).not.toContainText('Differs')

  // The link by itself starts a version.
  await page.goto(`${portal.url}/import${shared}`)
  const start = page.getByRole('dialog', { name: 'Start from…' })
  await expect(start).toContainText('Someone shared this encryption profile with you: Production')
  await expectAxeClean(page, 'a profile from a link')
  // So does its file.
  await page.goto(`${portal.url}/create-image-version?start=code`)
  await start.getByLabel('Choose file…').setInputFiles(asFile(saved))
  await expect(start).toContainText('Recognized: Encryption profile')
  await wizard.choose('Subscription', 'Contoso Production', start)
  await wizard.choose('Target Azure compute gallery', 'contosoGallery', start)
  await wizard.choose('Target VM image definition', 'windows-sql', start)
  await start.getByRole('button', { name: 'Start', exact: true }).click()
  await wizard.goTo('Encryption')
  const waiting = page.getByRole('table', { name: 'Sets waiting for a source: 4' })
  await expect(waiting).toContainText('WestUSDiskEncryptionSet1')
})
