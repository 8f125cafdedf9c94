import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, signIn, test, versionPuts, type Portal } from '../support/portal.ts'
import { chooseIn, proofOf, selectMore } from '../support/wizard.ts'

const at = (page: string, portal: Portal) =>
  `/${page}?${new URLSearchParams({ id: `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0` })}`

function developmentSets(portal: Portal, region: string) {
  const development = portal.azure.world.subscriptions.find(({ displayName }) => displayName === 'Contoso Development')
  const id = (number: number) =>
    `/subscriptions/${development?.subscriptionId}/resourceGroups/devResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/Dev${region}DiskEncryptionSet${number}`
  return {
    osDiskImage: { diskEncryptionSetId: id(1) },
    dataDiskImages: [{ lun: 0, diskEncryptionSetId: id(2) }],
  }
}

test('a version is cloned into a gallery of another subscription, with the sets of that subscription; what prevents a clone is told in the wizard, and a definition like that of the version is created', async ({
  page,
  portal,
  wizard,
}) => {
  test.slow()
  await signIn(page, portal, 'Ada', at('image-version', portal))
  await selectMore(page, 'Clone to another gallery')
  const dialog = page.getByRole('dialog', { name: 'Start from…' })
  await expect(dialog).toContainText('A clone of ubuntu-web 1.1.0')
  const changes = dialog.getByRole('region', { name: 'Changes' })
  await expect(changes).toContainText('a version with customer-managed keys can’t be a source')
  await expect(changes).toContainText('Kept if the destination is in the same subscription')
  await wizard.choose('Subscription', 'Contoso Development', dialog)
  await wizard.choose('Target Azure compute gallery', 'devGallery', dialog)
  await wizard.choose('Target VM image definition', 'ubuntu-dev', dialog)
  await expect(changes).toContainText(
    'Not available in the destination’s subscription: WestUSDiskEncryptionSet1, WestUSDiskEncryptionSet2',
  )
  await expectAxeClean(page, 'clone')
  await expectNoSideways(page, 'clone')

  await dialog.getByRole('button', { name: 'Start', exact: true }).click()
  // Nothing else is left to choose.
  await expect(page.getByRole('tab', { name: 'Encryption' })).toHaveAttribute('aria-selected', 'true')
  for (const disk of ['OS disk', 'LUN 0'])
    for (const region of ['West US', 'East US 2'])
      await expect(wizard.cell(region, disk)).toHaveAccessibleName(/: Choose a set/)
  await page.getByRole('button', { name: 'Other ways to fill sets' }).click()
  await page.getByRole('menuitem', { name: 'Match by region…' }).click()
  await chooseIn(page.getByRole('combobox', { name: 'Set to match' }), 'DevWestUSDiskEncryptionSet1')
  await page.getByRole('button', { name: 'Fill 4 sets' }).click()
  await expect(wizard.cell('East US 2', 'LUN 0')).toContainText('DevEastUS2DiskEncryptionSet2')
  await wizard.reviewAndCreate()

  await expect(page.getByRole('heading', { name: 'ubuntu-dev 1.1.0' })).toBeVisible()
  expect(versionPuts(portal)).toMatchObject([
    {
      location: 'westus',
      properties: {
        publishingProfile: {
          targetRegions: [
            { name: 'westus', regionalReplicaCount: 2, encryption: developmentSets(portal, 'WestUS') },
            { name: 'eastus2', encryption: developmentSets(portal, 'EastUS2') },
          ],
        },
        storageProfile: { source: { id: `${compute(portal)}/images/myImage` } },
      },
    },
  ])
  portal.clock.advance(3_600_000)
  await expect(proofOf(page)).toHaveText(/4 of 4 disks as requested · 2 regions/)
  await expect(page.getByText('As requested: 2 of 2')).toHaveCount(2)

  portal.azure.world.store.remove(`${compute(portal)}/images/myImage`)
  // An address of an earlier portal, on a page that has not read the image.
  await page.goto(`${portal.url}${at('clone-image-version', portal)}`)
  await wizard.choose('Subscription', 'Contoso Production', dialog)
  await wizard.choose('Target Azure compute gallery', 'contosoGallery', dialog)

  await dialog.getByRole('button', { name: 'Create image definition' }).click()
  const form = page.getByRole('dialog', { name: 'Create image definition' })
  await expect(form.getByRole('textbox', { name: 'Offer' })).toHaveValue('web')
  await expect(form.getByRole('combobox', { name: 'VM architecture' })).toHaveAccessibleDescription(
    'From image definition ubuntu-web.',
  )
  await form.getByRole('textbox', { name: 'Name' }).fill('ubuntu-web-copy')
  await form.getByRole('textbox', { name: 'Offer' }).fill('web-copy')
  await form.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(dialog.getByRole('combobox', { name: 'Target VM image definition' })).toHaveText(/^ubuntu-web-copy/)
  await expect(dialog).toContainText('As in the version, because the destination is in the same subscription.')
  await dialog.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByText(/^myImage wasn’t found/).first()).toBeVisible()
  await expect(wizard.field('Version number')).toHaveValue('1.1.0')
})
