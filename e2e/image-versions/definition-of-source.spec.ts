import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { createMachine, openMachineOfVersion } from '../support/machine.ts'
import { compute, expect, signIn, test, versionPuts, type Portal } from '../support/portal.ts'

const customerKey = 'Encryption at-rest with a customer-managed key'

/** A snapshot like Contoso's myOSSnapshot, with these capabilities. */
function snapshotWith(portal: Portal, name: string, supportedCapabilities: Record<string, string | boolean>): void {
  const { store } = portal.azure.world
  const found = store.get(`${compute(portal)}/snapshots/myOSSnapshot`)
  if (found === undefined) throw new Error('Contoso has no myOSSnapshot')
  const id = found.id.replace('myOSSnapshot', name)
  store.put({ ...found, id, name, properties: { ...found.properties, supportedCapabilities } })
}

function definitionPuts(portal: Portal): unknown[] {
  const isOne = /\/images\/[^/]+$/
  return portal.azure.requests
    .filter(({ method, path }) => method === 'PUT' && isOne.test(path))
    .map(({ body }) => body)
}

test('an NVMe source proposes a definition with NVMe, and a machine of its version has a size of v6', async ({
  page,
  portal,
  openWizard,
}) => {
  snapshotWith(portal, 'nvmeOSSnapshot', { architecture: 'x64', diskControllerTypes: 'SCSI, NVMe' })
  const wizard = await openWizard()
  await wizard.version('2.0.0')
  await wizard.disks('nvmeOSSnapshot', [])
  await page.getByRole('button', { name: 'Create image definition' }).click()
  const form = page.getByRole('dialog', { name: 'Create image definition' })
  const controllers = form.getByRole('combobox', { name: 'Disk controller type' })
  await expect(controllers).toHaveText('SCSI and NVMe')
  await expect(controllers).toHaveAccessibleDescription(/^From snapshot nvmeOSSnapshot\./)
  await expectAxeClean(page, 'new definition')
  await expectNoSideways(page, 'new definition')
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('ubuntu-fast')
  for (const part of ['Publisher', 'Offer', 'SKU'])
    await form.getByRole('textbox', { name: part, exact: true }).fill('fast')
  await form.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByRole('combobox', { name: 'Target VM image definition' })).toHaveText('ubuntu-fast')
  expect(definitionPuts(portal)).toMatchObject([
    {
      properties: {
        architecture: 'x64',
        features: [
          { name: 'SecurityType', value: 'TrustedLaunchSupported' },
          { name: 'DiskControllerTypes', value: 'SCSI, NVMe' },
        ],
      },
    },
  ])
  portal.clock.advance(60_000)
  await wizard.reviewAndCreate()
  await expect(page.getByRole('heading', { name: '2.0.0' })).toBeVisible()
  await openMachineOfVersion(page, portal)
  await expect(page.getByRole('combobox', { name: 'Size' })).toHaveValue('Standard_D2s_v7')
  await wizard.choose('Size', 'Standard_D2s_v6')
  expect(await createMachine(page, portal, 'fast-01')).toBe('NVMe')
  await page
    .getByRole('link', { name: /ubuntu-fast/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'ubuntu-fast', exact: true }).first().click()
  await expect(page.getByText('SCSI and NVMe', { exact: true })).toBeVisible()
})

test('a definition made the old way gets NVMe from its next version on', async ({ page, portal }) => {
  const id = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
  await signIn(page, portal, 'Ada', `/image-definition?${new URLSearchParams({ id })}`)
  await page.getByRole('button', { name: 'Change disk controllers' }).click()
  const drawer = page.getByRole('dialog', { name: 'Change disk controllers: ubuntu-web' })
  await expect(drawer.getByRole('textbox', { name: 'From version' })).toHaveValue('1.1.1')
  await expect(drawer.getByText(/"startsAtVersion": "1\.1\.1"/)).toBeVisible()
  await expectAxeClean(page, 'disk controllers')
  await expectNoSideways(page, 'disk controllers')
  await drawer.getByRole('textbox', { name: 'From version' }).fill('soon')
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(drawer.getByText('Enter a version number, such as 2.0.0.')).toBeVisible()
  await drawer.getByRole('textbox', { name: 'From version' }).fill('2.0.0')
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('SCSI and NVMe, from version 2.0.0')).toBeVisible()
  expect(definitionPuts(portal)).toMatchObject([
    {
      properties: {
        allowUpdateImage: true,
        features: [{ name: 'DiskControllerTypes', value: 'SCSI, NVMe', startsAtVersion: '2.0.0' }],
      },
    },
  ])
})

test('an Arm64 source proposes a definition for Arm64; its version has own keys in two regions, and a machine', async ({
  page,
  portal,
  openWizard,
}) => {
  snapshotWith(portal, 'armOSSnapshot', { architecture: 'Arm64', acceleratedNetwork: true })
  const wizard = await openWizard()
  await wizard.version('2.0.0')
  await wizard.disks('armOSSnapshot', [])
  await expect(page.getByText(/^armOSSnapshot is for Arm64, but the image definition is for x64/)).toBeVisible()
  await page.getByRole('button', { name: 'Create image definition' }).click()
  const form = page.getByRole('dialog', { name: 'Create image definition' })
  const architecture = form.getByRole('combobox', { name: 'VM architecture' })
  await expect(architecture).toHaveText('Arm64')
  await expect(architecture).toHaveAccessibleDescription('From snapshot armOSSnapshot.')
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('ubuntu-arm')
  for (const part of ['Publisher', 'Offer', 'SKU'])
    await form.getByRole('textbox', { name: part, exact: true }).fill('arm')
  await form.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByRole('combobox', { name: 'Target VM image definition' })).toHaveText('ubuntu-arm')
  portal.clock.advance(60_000)
  await wizard.goTo('Replication')
  await wizard.addRegion('East US 2')
  await wizard.goTo('Encryption')
  await wizard.encryption(customerKey)
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  await wizard.set('East US 2', 'OS disk', 'EastUS2DiskEncryptionSet1')
  await wizard.reviewAndCreate()
  await expect(page.getByRole('heading', { name: '2.0.0' })).toBeVisible()
  expect(definitionPuts(portal)).toMatchObject([{ properties: { architecture: 'Arm64' } }])
  expect(versionPuts(portal)).toMatchObject([
    { properties: { publishingProfile: { targetRegions: [{ name: 'westus' }, { name: 'eastus2' }] } } },
  ])
  await openMachineOfVersion(page, portal)
  await wizard.choose('Region', 'East US 2')
  await expect(page.getByRole('combobox', { name: 'Size' })).toHaveValue('Standard_D2ps_v6')
  await wizard.goTo('Disks')
  await expect(page.getByRole('combobox', { name: 'Key management of OS disk' })).toHaveText(
    'EastUS2DiskEncryptionSet1',
  )
  await wizard.goTo('Basics')
  expect(await createMachine(page, portal, 'arm-01')).toBe('SCSI')
})
