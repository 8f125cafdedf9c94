import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, follow, signIn, test, type Portal } from '../support/portal.ts'
import { chooseIn, selectMore } from '../support/wizard.ts'

const definition = (portal: Portal) => `${compute(portal)}/galleries/contosoGallery/images/windows-sql`
const versionId = (portal: Portal) => `${definition(portal)}/versions/2025.10.1`
const pathOf = (page: string, portal: Portal) => `/${page}?${new URLSearchParams({ id: versionId(portal) })}`

/** Stores what was created from windows-sql: a machine on each version, an automatic scale set, and three disks. */
function createUses(portal: Portal): void {
  const put = (type: string, name: string, properties: object) =>
    portal.azure.world.store.put({
      id: `${compute(portal)}/${type}/${name}`,
      type: `Microsoft.Compute/${type}`,
      name,
      location: 'westus',
      properties: JSON.parse(JSON.stringify(properties)) as Record<string, string>,
    })
  const machine = (name: string, exactVersion: string) =>
    put('virtualMachines', name, { storageProfile: { imageReference: { id: definition(portal), exactVersion } } })
  const disk = (name: string, set?: string) =>
    put('disks', name, {
      creationData: { createOption: 'FromImage', galleryImageReference: { id: versionId(portal) } },
      encryption: set
        ? {
            type: 'EncryptionAtRestWithCustomerKey',
            diskEncryptionSetId: `${compute(portal)}/diskEncryptionSets/${set}`,
          }
        : { type: 'EncryptionAtRestWithPlatformKey' },
    })
  machine('sql-new', '2025.10.1')
  machine('sql-old', '2024.11.1')
  disk('sql-new-os', 'WestUSDiskEncryptionSet1')
  disk('sql-other-os', 'WestUSDiskEncryptionSet3')
  disk('sql-platform-os')
  put('virtualMachineScaleSets', 'sql-scale', {
    virtualMachineProfile: { storageProfile: { imageReference: { id: definition(portal) } } },
    upgradePolicy: { automaticOSUpgradePolicy: { enableAutomaticOSUpgrade: true } },
  })
}

const usage = (page: Page) => page.getByRole('region', { name: 'Usage', exact: true })

test('a version shows what was created from it, what has another key, and what is not on the latest; a deletion and an exclusion say it; who changed a version, its gallery and its sets is in one list, from what to what', async ({
  page,
  portal,
}) => {
  createUses(portal)
  const queries = () => portal.azure.requests.filter(({ path }) => /ResourceGraph/i.test(path)).length
  await signIn(page, portal, 'Ada', pathOf('image-version', portal))
  await page.getByRole('tab', { name: 'Usage' }).click()
  const list = usage(page).getByRole('table', { name: 'Machines, scale sets, and disks' })
  await expect(list.getByRole('row', { name: /^sql-new Virtual machine 2025\.10\.1/ })).toBeVisible()
  const byRegion = usage(page).getByRole('table', { name: 'Usage by region' })
  await expect(byRegion.getByRole('row', { name: 'West US 2025.10.1 1 1 3 1' })).toBeVisible()
  await expectAxeClean(page, 'the usage')

  await usage(page).getByRole('button', { name: 'View list: Disks with a different set than the version’s: 1' }).click()
  await expect(list.getByRole('row')).toHaveCount(3)
  await expect(list.getByRole('row', { name: /sql-other-os .* Not the version’s set/ })).toBeVisible()
  await expect(list.getByRole('row', { name: /sql-platform-os .* Version’s set not used/ })).toBeVisible()
  await expect(list).toBeInViewport()

  await chooseIn(usage(page).getByRole('combobox', { name: 'Usage to show' }), 'Not on latest version')
  await expect(list.getByRole('row', { name: /^sql-old .* 2024\.11\.1 Latest: 2025\.10\.1/ })).toBeVisible()
  const saving = page.waitForEvent('download')
  await usage(page).getByRole('button', { name: 'Download CSV' }).click()
  const csv = await readFile(await (await saving).path(), 'utf8')
  expect(csv.split('\r\n').slice(1, -1)).toEqual([expect.stringMatching(/^"sql-old","Virtual machine","2024/)])
  await page.setViewportSize({ width: 400, height: 800 })
  await expectNoSideways(page, 'the usage')
  expect(queries()).toBeLessThan(12)

  await page.setViewportSize({ width: 1280, height: 900 })
  await follow(page, pathOf('update-image-version', portal))
  await page
    .getByRole('checkbox', { name: /^Exclude from latest$/ })
    .last()
    .check()
  const review = page.getByRole('region', { name: 'Review' })
  await expect(review).toContainText('Virtual machines: 1. Scale sets: 1. Disks: 3.')
  await expect(review).toContainText('sql-scale. Azure doesn’t upgrade them')
  await expect(page.getByRole('button', { name: 'Send update' })).toBeEnabled()

  await follow(page, pathOf('image-version', portal))
  await selectMore(page, 'Delete')
  const dialog = page.getByRole('dialog', { name: 'Delete image version 2025.10.1' })
  await expect(dialog).toContainText('Virtual machines: 1. Scale sets: 1. Disks: 3.')
  await dialog.getByRole('link', { name: 'View usage' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(usage(page).getByRole('table', { name: 'Usage by region' })).toBeInViewport()

  const id = `${definition(portal)}/versions/2024.11.1`
  await follow(page, `/image-version?${new URLSearchParams({ id })}`)
  const history = page.getByRole('region', { name: 'Change history' })
  await page.getByRole('tab', { name: 'History' }).click()
  const changes = history.getByRole('table', { name: 'Recorded changes' })
  await expect(
    changes.getByRole('row', { name: /windows-sql 2024\.11\.1 .* Exclude from latest: No → Yes sam@contoso\.example/ }),
  ).toBeVisible()
  await expect(changes.getByRole('row', { name: /contosoGallery .* costCenter.* Ada Rossi \(you\)/ })).toBeVisible()
  await expectAxeClean(page, 'the change history')
  await chooseIn(history.getByRole('combobox', { name: 'Resource' }), 'contosoGallery')
  await expect(changes.getByRole('row')).toHaveCount(2)
  const savingChanges = page.waitForEvent('download')
  await history.getByRole('button', { name: 'Download changes (CSV)' }).click()
  expect(await readFile(await (await savingChanges).path(), 'utf8')).toContain('"tags.costCenter","4410","4711"')
})
