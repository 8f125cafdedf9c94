import { compute, expect, productionSubscriptionId, test, versionPuts } from '../support/portal.ts'

const feature = 'ConfidentialVMDataDiskEncryptionPreview'

test('data disks of a confidential version: the preview is registered first, then each LUN has its set', async ({
  page,
  portal,
  openWizard,
}) => {
  const wizard = await openWizard({ definition: 'confidential-ledger' })
  await wizard.version('6.0.0')
  await wizard.disks('ledgerOSSnapshot', [[0, 'myDDSnapshot']])
  await wizard.goTo('Encryption')
  await wizard.choose('Confidential compute encryption type', 'OS disk and VM guest state, with a platform-managed key')
  await expect(page.getByText('Preview feature: not registered')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Confidential data disks (preview)' }).check()
  await wizard.set('West US', 'LUN 0', 'WestUSConfidentialEncryptionSet')
  await expect(wizard.cell('West US', 'OS disk')).toHaveCount(0)

  await wizard.review()
  await expect(page.getByText('The preview of confidential data disks isn’t registered').first()).toBeVisible()
  expect(versionPuts(portal)).toEqual([])

  const path = `${productionSubscriptionId(portal)}/Microsoft.Compute/${feature}`.toLowerCase()
  portal.azure.world.registrations.set(path, { to: 'Registered', endsAt: 0 })
  await page.reload()
  await wizard.goTo('Encryption')
  await expect(page.getByText('Preview feature: registered')).toBeVisible()
  await wizard.reviewAndCreate()

  await expect(page.getByRole('heading', { name: '6.0.0' })).toBeVisible()
  const confidentialSet = `${compute(portal)}/diskEncryptionSets/WestUSConfidentialEncryptionSet`
  expect(versionPuts(portal)).toMatchObject([
    {
      properties: {
        publishingProfile: {
          targetRegions: [
            {
              encryption: {
                osDiskImage: { securityProfile: { confidentialVMEncryptionType: 'EncryptedWithPmk' } },
                dataDiskImages: [
                  {
                    lun: 0,
                    securityProfile: {
                      confidentialVMEncryptionType: 'DataDiskEncryptedWithCmk',
                      secureVMDiskEncryptionSetId: confidentialSet,
                    },
                  },
                ],
              },
            },
          ],
        },
      },
    },
  ])
  await expect(page.getByText('WestUSConfidentialEncryptionSet').first()).toBeVisible()
  await expect(page.getByRole('cell', { name: /Different/ })).toHaveCount(0)
})
