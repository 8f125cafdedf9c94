import { compute, expect, follow, signIn, test, versionPuts, wizardPath } from '../support/portal.ts'

const customerKey = 'Encryption at-rest with a customer-managed key'

test('OS disks are those of the definition’s system, or all; a virtual machine is encrypted with customer keys, another image version and a VHD with platform keys only, which is said where it is chosen; without a subscription, a source asks for one', async ({
  page,
  portal,
  wizard,
}) => {
  await signIn(page, portal, 'Ada', '/create-image-version')
  const managed = page.getByRole('combobox', { name: 'Managed image' })
  await expect(managed).toHaveText('Choose a subscription first.')
  await expect(page.getByText('No sources of this type in the subscription.')).toHaveCount(0)

  await follow(page, wizardPath(portal))
  await wizard.choose('Source', 'Disks and/or snapshots')
  const osDisk = page.getByRole('combobox', { name: 'OS disk' })
  await osDisk.click()
  await expect(page.getByRole('option', { name: 'myOSSnapshot Snapshot · Linux · V2 · 30 GB' })).toBeVisible()
  await expect(page.getByRole('option', { name: /myDDSnapshot/ })).toHaveCount(0)
  await expect(page.getByRole('option', { name: /Windows/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Show all disks and snapshots' }).click()
  await osDisk.click()
  await expect(page.getByRole('option', { name: /Windows/ }).first()).toBeAttached()
  await expect(page.getByRole('option', { name: /myDDSnapshot/ })).toBeAttached()
  await page.keyboard.press('Escape')

  await wizard.version('2.0.0')
  await wizard.choose('Source', 'Virtual machine')
  await wizard.choose('Virtual machine', 'web-template-vm')
  await wizard.goTo('Encryption')
  await wizard.encryption(customerKey)
  for (const disk of ['OS disk', 'LUN 0']) await wizard.set('West US', disk, 'WestUSDiskEncryptionSet1')
  await wizard.reviewAndCreate()
  await expect(page.getByRole('heading', { name: '2.0.0' })).toBeVisible()
  expect(versionPuts(portal).slice(-1)).toMatchObject([
    {
      properties: {
        storageProfile: { source: { virtualMachineId: `${compute(portal)}/virtualMachines/web-template-vm` } },
      },
    },
  ])

  await follow(page, wizardPath(portal))
  await wizard.version('2.1.0')
  await wizard.choose('Source', 'VM image version')
  await expect(page.getByText(/support platform-managed keys only/)).toBeVisible()
  await wizard.choose('Source gallery', 'contosoGallery')
  await wizard.choose('Source image definition', 'ubuntu-web')
  // A version with customer keys cannot be the source of another.
  await wizard.choose('Source image version', '1.1.0')
  await wizard.review()
  await expect(
    page
      .getByRole('tabpanel')
      .getByText(/1\.1\.0/)
      .first(),
  ).toBeVisible()
  await expect(page.getByText(/^Validation failed/)).toBeVisible()
  await wizard.goTo('Basics')
  await wizard.choose('Source image version', '1.0.0')
  await wizard.reviewAndCreate()
  await expect(page.getByRole('heading', { name: '2.1.0' })).toBeVisible()
  expect(versionPuts(portal).slice(-1)).toMatchObject([
    {
      properties: {
        storageProfile: {
          source: { id: `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web/versions/1.0.0` },
        },
      },
    },
  ])

  await follow(page, wizardPath(portal))
  await wizard.version('2.2.0')
  await wizard.choose('Source', 'Storage blobs (VHD)')
  await wizard.choose('Storage account', 'contosovhds')
  await wizard.field('OS disk blob').fill('https://contosovhds.blob.core.windows.net/vhds/os.vhd')
  await wizard.reviewAndCreate()
  await expect(page.getByRole('heading', { name: '2.2.0' })).toBeVisible()
  expect(versionPuts(portal).slice(-1)).toMatchObject([
    {
      properties: {
        storageProfile: {
          osDiskImage: {
            source: {
              uri: 'https://contosovhds.blob.core.windows.net/vhds/os.vhd',
              storageAccountId: expect.stringMatching(/\/storageAccounts\/contosovhds$/),
            },
          },
        },
      },
    },
  ])
})

test('who is refused by Azure is told so in words, not that validation passed, and keeps the draft', async ({
  page,
  portal,
  openWizard,
}) => {
  // The portal can't know it beforehand, however often it asks.
  for (let asked = 0; asked < 5; asked += 1)
    portal.azure.faults.answer(
      { path: /ubuntu-web\/providers\/Microsoft.Authorization\/permissions/ },
      { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } },
    )
  const wizard = await openWizard({ user: 'Rita' })
  await wizard.version('2.0.0')
  await wizard.managedImage('myImage')
  await wizard.reviewAndCreate()
  await expect(page.getByText(/not allow|permission|may not/i).first()).toBeVisible()
  await expect(page.getByText('Validation passed')).toHaveCount(0)
  await page.locator('summary', { hasText: 'Details' }).click()
  await expect(page.getByText(/AuthorizationFailed/).first()).toBeVisible()
  await wizard.goTo('Basics')
  await expect(wizard.field('Version number')).toHaveValue('2.0.0')
})
