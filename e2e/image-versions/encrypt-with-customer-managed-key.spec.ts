import { readFileSync } from 'node:fs'
import { encryptionProof } from '@portal/code'
import { compute, expect, test, versionPuts, type Portal } from '../support/portal.ts'
import { proofOf, type Wizard } from '../support/wizard.ts'

const customerKey = 'Encryption at-rest with a customer-managed key'
const doubleEncryption = 'Double encryption with platform-managed and customer-managed keys'

function setsOf(base: string, os: string, ...dataDisks: [lun: number, set: string][]) {
  return {
    osDiskImage: { diskEncryptionSetId: `${base}/diskEncryptionSets/${os}` },
    dataDiskImages: dataDisks.map(([lun, set]) => ({ lun, diskEncryptionSetId: `${base}/diskEncryptionSets/${set}` })),
  }
}

/** The empty wizard once more, of that definition. */
async function openAnother({ page, url }: Wizard, portal: Portal, name: string): Promise<void> {
  const definition = `${compute(portal)}/galleries/contosoGallery/images/${name}`
  await page.goto(`${url}/create-image-version?${new URLSearchParams({ definition, from: 'nothing' })}`)
}

test('a Contoso engineer encrypts the article’s first example and watches it replicate', async ({
  page,
  portal,
  openWizard,
}) => {
  const wizard = await openWizard()
  await wizard.version('2.0.0')
  await wizard.managedImage('myImage')

  await wizard.next('Replication')
  const westUS = wizard.region('West US')
  await westUS.getByRole('spinbutton', { name: 'Target region replica count' }).fill('2')
  await westUS.getByRole('combobox', { name: 'Storage account type' }).click()
  await page.getByRole('option', { name: 'Standard HDD LRS', exact: true }).click()
  await wizard.addRegion('East US 2')

  await wizard.next('Encryption')
  await wizard.encryption(customerKey)
  await expect(page.getByText('Encryption with your own keys is permanent')).toHaveCount(1)
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet2')
  await wizard.set('East US 2', 'OS disk', 'EastUS2DiskEncryptionSet1')
  await wizard.set('East US 2', 'LUN 0', 'EastUS2DiskEncryptionSet2')
  await expect(page.getByText('Nothing to do').first()).toBeVisible()

  await wizard.next('Tags')
  await wizard.reviewAndCreate()

  await expect(page.getByRole('heading', { name: '2.0.0' })).toBeVisible()
  const base = compute(portal)
  expect(versionPuts(portal)).toEqual([
    {
      location: 'westus',
      tags: {},
      properties: {
        publishingProfile: {
          targetRegions: [
            {
              name: 'westus',
              regionalReplicaCount: 2,
              storageAccountType: 'Standard_LRS',
              encryption: setsOf(base, 'WestUSDiskEncryptionSet1', [0, 'WestUSDiskEncryptionSet2']),
            },
            {
              name: 'eastus2',
              encryption: setsOf(base, 'EastUS2DiskEncryptionSet1', [0, 'EastUS2DiskEncryptionSet2']),
            },
          ],
          storageAccountType: 'Standard_LRS',
        },
        storageProfile: { source: { id: `${base}/images/myImage` } },
      },
    },
  ])

  // Two minutes later, some of it exists; ten minutes later, all of it.
  portal.clock.advance(120_000)
  await expect(page.getByRole('table', { name: 'Replication' }).getByText('Replicating').first()).toBeVisible()
  portal.clock.advance(480_000)
  await expect(proofOf(page)).toHaveText(/4 of 4 disks as requested · 2 regions/)
  await expect(page.getByText('As requested: 2 of 2')).toHaveCount(2)
  await page.getByRole('button', { name: 'More actions' }).click()
  await expect(
    page.getByRole('menuitem', { name: /^Open in Azure portal.*exists only in the simulated/ }),
  ).toBeDisabled()
  await page.getByRole('menuitem', { name: 'Encryption proof…' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Download proof' }).click()
  const json: unknown = JSON.parse(readFileSync(await (await download).path(), 'utf8'))
  const disks = encryptionProof.parse(json).predicate.regions.flatMap((region) => region.disks)
  expect(disks.map(({ requested }) => requested)).toEqual(disks.map(({ applied }) => applied))
  expect(disks).toHaveLength(4)
})

test('the article’s other examples: a version from snapshots, and two regions with an OS disk and LUNs 1 and 2', async ({
  page,
  portal,
  openWizard,
}) => {
  const wizard = await openWizard()
  await wizard.version('2.0.1')
  await wizard.disks('myOSSnapshot', [[0, 'myDDSnapshot']])
  await wizard.goTo('Replication')
  await wizard.addRegion('East US 2')
  await wizard.goTo('Encryption')
  await wizard.encryption(customerKey)
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet2')
  await wizard.set('East US 2', 'OS disk', 'EastUS2DiskEncryptionSet1')
  await wizard.set('East US 2', 'LUN 0', 'EastUS2DiskEncryptionSet2')
  await wizard.reviewAndCreate()

  await expect(page.getByRole('heading', { name: '2.0.1' })).toBeVisible()
  const base = compute(portal)
  expect(versionPuts(portal)).toMatchObject([
    {
      properties: {
        publishingProfile: {
          targetRegions: [
            { name: 'westus', encryption: setsOf(base, 'WestUSDiskEncryptionSet1', [0, 'WestUSDiskEncryptionSet2']) },
            {
              name: 'eastus2',
              encryption: setsOf(base, 'EastUS2DiskEncryptionSet1', [0, 'EastUS2DiskEncryptionSet2']),
            },
          ],
        },
        storageProfile: {
          osDiskImage: { source: { id: `${base}/snapshots/myOSSnapshot` } },
          dataDiskImages: [{ lun: 0, source: { id: `${base}/snapshots/myDDSnapshot` } }],
        },
      },
    },
  ])

  await openAnother(wizard, portal, 'windows-sql')
  await wizard.version('3.0.0')
  await wizard.managedImage('myWindowsImage')
  await wizard.goTo('Replication')
  await wizard.addRegion('East US 2')
  await wizard.goTo('Encryption')
  await wizard.encryption(customerKey)
  for (const [region, prefix] of [
    ['West US', 'WestUS'],
    ['East US 2', 'EastUS2'],
  ] as const) {
    await wizard.set(region, 'OS disk', `${prefix}DiskEncryptionSet1`)
    await wizard.set(region, 'LUN 1', `${prefix}DiskEncryptionSet2`)
    await wizard.set(region, 'LUN 2', `${prefix}DiskEncryptionSet1`)
  }
  await expect(page.getByText('Nothing to do').first()).toBeVisible()
  await wizard.reviewAndCreate()

  await expect(page.getByRole('heading', { name: '3.0.0' })).toBeVisible()
  const encryptionOf = (prefix: string) =>
    setsOf(base, `${prefix}DiskEncryptionSet1`, [1, `${prefix}DiskEncryptionSet2`], [2, `${prefix}DiskEncryptionSet1`])
  expect(versionPuts(portal).slice(1)).toMatchObject([
    {
      properties: {
        publishingProfile: {
          targetRegions: [
            { name: 'westus', encryption: encryptionOf('WestUS') },
            { name: 'eastus2', encryption: encryptionOf('EastUS2') },
          ],
        },
      },
    },
  ])
  portal.clock.advance(600_000)
  await expect(page.getByText('As requested: 3 of 3')).toHaveCount(2)
})

test('double encryption offers and sends its sets only, platform keys send none, a confidential version its own', async ({
  page,
  portal,
  openWizard,
}) => {
  const wizard = await openWizard()
  await wizard.version('2.1.0')
  await wizard.managedImage('myImage')
  await wizard.goTo('Encryption')
  await wizard.encryption(doubleEncryption)
  await wizard.cell('West US', 'OS disk').click()
  await expect(page.getByRole('option', { name: /WestUSDiskEncryptionSet1/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await wizard.set('West US', 'OS disk', 'WestUSDoubleEncryptionSet')
  await wizard.set('West US', 'LUN 0', 'WestUSDoubleEncryptionSet')
  await wizard.reviewAndCreate()

  await expect(page.getByRole('heading', { name: '2.1.0' })).toBeVisible()
  expect(versionPuts(portal)).toMatchObject([
    {
      properties: {
        publishingProfile: {
          targetRegions: [
            { encryption: setsOf(compute(portal), 'WestUSDoubleEncryptionSet', [0, 'WestUSDoubleEncryptionSet']) },
          ],
        },
      },
    },
  ])

  await openAnother(wizard, portal, 'ubuntu-web')
  await wizard.version('2.2.0')
  await wizard.managedImage('myImage')
  await wizard.goTo('Tags')
  await page.getByRole('button', { name: 'Add tag' }).click()
  await wizard.field('Name').fill('team')
  await wizard.field('Value').fill('web')
  await wizard.reviewAndCreate()

  await expect(page.getByRole('heading', { name: '2.2.0' })).toBeVisible()
  expect(versionPuts(portal).slice(1)).toEqual([
    {
      location: 'westus',
      tags: { team: 'web' },
      properties: {
        publishingProfile: { targetRegions: [{ name: 'westus' }], storageAccountType: 'Standard_LRS' },
        storageProfile: { source: { id: `${compute(portal)}/images/myImage` } },
      },
    },
  ])
  portal.clock.advance(600_000)
  await expect(page.getByText('Platform-managed key').first()).toBeVisible()

  await openAnother(wizard, portal, 'confidential-ledger')
  await wizard.version('5.0.0')
  await wizard.disks('ledgerOSSnapshot', [])
  await wizard.goTo('Encryption')
  await wizard.choose('Confidential compute encryption type', 'OS disk and VM guest state, with a customer-managed key')
  await wizard.cell('West US', 'Confidential disk encryption set').click()
  const set = page.getByRole('option', { name: /Confidential/ }).first()
  const name = ((await set.textContent()) ?? '').match(/^\w+?Set/)?.[0] ?? ''
  await set.click()
  await wizard.reviewAndCreate()

  await expect(page.getByRole('heading', { name: '5.0.0' })).toBeVisible()
  expect(versionPuts(portal).slice(2)).toMatchObject([
    {
      properties: {
        publishingProfile: {
          targetRegions: [
            {
              encryption: {
                osDiskImage: {
                  securityProfile: {
                    confidentialVMEncryptionType: 'EncryptedWithCmk',
                    secureVMDiskEncryptionSetId: `${compute(portal)}/diskEncryptionSets/${name}`,
                  },
                },
              },
            },
          ],
        },
      },
    },
  ])
})
