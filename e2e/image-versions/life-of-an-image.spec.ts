import { regionName } from '@portal/arm'
import { expectAxeClean } from '../support/axe-clean.ts'
import { compute, expect, signIn, test, type Portal } from '../support/portal.ts'
import { storedRegionsOf } from '../support/stored-regions.ts'
import { selectMore } from '../support/wizard.ts'

const hour = 3_600_000
const definition = (portal: Portal) => `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
const versionId = (portal: Portal, name: string) => `${definition(portal)}/versions/${name}`
const at = (page: string, id: string) => `/${page}?${new URLSearchParams({ id })}`

/** Stores 2.0.0, excluded from latest, in the two regions of 1.1.0 and in West Europe, and a scale set that follows. */
function storeCandidate(portal: Portal): void {
  const { store } = portal.azure.world
  const current = store.get(versionId(portal, '1.1.0'))
  if (current === undefined) throw new Error('Contoso has lost a version')
  const set = (number: number) => ({
    diskEncryptionSetId: `${compute(portal)}/diskEncryptionSets/WestEuropeDiskEncryptionSet${number}`,
  })
  const publishing = structuredClone(current.properties['publishingProfile']) as {
    targetRegions: { name: string; encryption?: object }[]
  }
  publishing.targetRegions.push({
    name: 'West Europe',
    encryption: { osDiskImage: { securityProfile: {}, ...set(1) }, dataDiskImages: [{ lun: 0, ...set(2) }] },
  })
  const replication = Object.fromEntries(
    publishing.targetRegions.map(({ name }) => [regionName(name), { startedAt: 0, endsAt: 0 }]),
  )
  store.put({
    ...current,
    id: versionId(portal, '2.0.0'),
    name: '2.0.0',
    properties: {
      ...current.properties,
      publishingProfile: JSON.parse(
        JSON.stringify({ ...publishing, excludeFromLatest: true, publishedDate: '2026-11-20T08:00:00.0000000+00:00' }),
      ) as object as (typeof current.properties)[string],
    },
    replication,
  })
  store.put({
    id: `${compute(portal)}/virtualMachineScaleSets/web-front`,
    type: 'Microsoft.Compute/virtualMachineScaleSets',
    name: 'web-front',
    location: 'westus',
    properties: {
      virtualMachineProfile: { storageProfile: { imageReference: { id: definition(portal) } } },
      upgradePolicy: { mode: 'Rolling', automaticOSUpgradePolicy: { enableAutomaticOSUpgrade: true } },
    },
  })
}

test('a version is promoted in two regions of three and rolled back in one, and each region says what latest gives', async ({
  page,
  portal,
}) => {
  test.slow()
  storeCandidate(portal)
  const before = storedRegionsOf(portal, versionId(portal, '2.0.0'))
  await signIn(page, portal, 'Ada', at('image-definition', definition(portal)))
  const latest = page.getByRole('table', { name: 'Latest version by region' })
  await expect(latest.getByRole('row')).toHaveText([
    /^Region/,
    /^East US 2\s*1\.1\.0/,
    /^West Europe\s*None/,
    /^West US\s*1\.1\.0/,
  ])
  await expect(latest.getByRole('row', { name: /^West US/ })).toContainText('or earlier')
  await expectAxeClean(page, 'latest by region')

  await page.goto(`${portal.url}${at('image-version', versionId(portal, '2.0.0'))}`)
  await page.getByRole('button', { name: 'Promote…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Promote version' })
  await expect(dialog.getByText('Latest: 1.1.0 → 2.0.0')).toHaveCount(2)
  await expect(dialog.getByText('Latest: None → 2.0.0')).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'West Europe' }).uncheck()
  await dialog.getByRole('checkbox', { name: 'Also exclude from latest: 1.1.0' }).check()
  await expect(dialog.getByRole('heading', { level: 3 })).toHaveText([
    '1. Include 2.0.0 in latest: East US 2 and West US',
    '2. Exclude 1.1.0 from latest: East US 2 and West US',
  ])
  await expect(dialog.getByText('With automatic OS image upgrade: web-front.')).toBeVisible()
  await dialog.getByText('Request, based on the current version').first().click()
  await expect(dialog.locator('pre').first()).toContainText('WestEuropeDiskEncryptionSet2')
  await dialog.getByText('Show all as code').click()
  await expect(dialog.locator('pre').last()).toContainText('az resource wait')
  await expectAxeClean(page, 'the promotion')
  await dialog.getByRole('button', { name: 'Promote', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('row', { name: /1\. Include 2\.0\.0 in latest/ })).toContainText('In progress')
  await expect(page.getByRole('row', { name: /2\. Exclude 1\.1\.0 from latest/ })).toContainText('Waiting')

  // Azure goes on without the portal.
  await page.goto('about:blank')
  portal.clock.advance(hour)
  await page.goto(`${portal.url}${at('image-definition', definition(portal))}`)
  await expect(latest.getByRole('row')).toHaveText([
    /^Region/,
    /^East US 2\s*2\.0\.0/,
    /^West Europe\s*None/,
    /^West US\s*2\.0\.0/,
  ])
  await expect(latest.getByRole('row', { name: /^West US/ })).not.toContainText('or earlier')
  await expect(page.getByRole('row', { name: /2\. Exclude 1\.1\.0 from latest/ })).toContainText('Completed')

  await latest.getByRole('button', { name: 'Roll back in West US…' }).click()
  const back = page.getByRole('dialog', { name: 'Roll back to an earlier version' })
  await expect(back.getByRole('combobox', { name: 'Roll back to' })).toHaveText('1.1.0')
  await expect(back.getByRole('checkbox', { name: 'West US' })).toBeChecked()
  await expect(back.getByRole('checkbox', { name: 'East US 2' })).not.toBeChecked()
  await expect(back.getByText('Latest: 2.0.0 → 1.1.0')).toBeVisible()
  await expect(back.getByText('Azure doesn’t document whether it also upgrades')).toBeVisible()
  await back.getByRole('button', { name: 'Roll back', exact: true }).click()
  await expect(back).toHaveCount(0)
  await expect(page.getByRole('row', { name: /1\. Include 1\.1\.0 in latest: West US/ })).toContainText('In progress')
  portal.clock.advance(hour)
  await expect(page.getByRole('row', { name: /2\. Exclude 2\.0\.0 from latest: West US/ })).toContainText('Completed')
  await expect(latest.getByRole('row')).toHaveText([
    /^Region/,
    /^East US 2\s*2\.0\.0/,
    /^West Europe\s*None/,
    /^West US\s*1\.1\.0/,
  ])
  expect(storedRegionsOf(portal, versionId(portal, '2.0.0'))).toEqual(before)
  await page.setViewportSize({ width: 400, height: 800 })
  // Lists become cards a moment after the window has its width.
  await expect(page.getByRole('list', { name: 'Latest version by region' })).toBeVisible()
  const excess = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.poll(excess).toBeLessThanOrEqual(0)
})

test('a machine that tries a version is created in a group of its own, and deleted with it', async ({
  page,
  portal,
  wizard,
}) => {
  const version = `${compute(portal)}/galleries/contosoGallery/images/windows-sql/versions/2024.11.1`
  await signIn(page, portal, 'Ada', at('image-version', version))
  await selectMore(page, 'Create test machine')
  await expect(page.getByRole('textbox', { name: 'Virtual machine name' })).toHaveValue('test-2024-11-1')
  await expect(page.getByRole('combobox', { name: 'Size' })).toHaveValue(/^Standard_/)
  await page.getByLabel('Password').fill('Correct-Horse-Battery-1')
  await wizard.review()
  await expect(page.getByText('Validation passed')).toBeVisible()
  await wizard.create()
  await expect(page.getByRole('heading', { name: 'test-2024-11-1' })).toBeVisible()
  await expect(page.getByText('Creating the virtual machine')).toBeVisible()
  portal.clock.advance(hour)
  await selectMore(page, 'Delete test machine')
  const dialog = page.getByRole('dialog', { name: 'Delete test machine?' })
  await expect(dialog.getByText(/test-windows-sql-2024\.11\.1.*test-2024-11-1-nic/)).toBeVisible()
  await expectAxeClean(page, 'the deletion of a test machine')
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Virtual machines' })).toBeVisible()
  portal.clock.advance(hour)
  const group = `/subscriptions/${compute(portal).split('/')[2]}/resourceGroups/test-windows-sql-2024.11.1`
  expect(portal.azure.world.store.list(group)).toEqual([])
})
