import type { Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, signIn, test, type Portal } from '../support/portal.ts'
import { chooseIn, selectMore } from '../support/wizard.ts'

const definition = (portal: Portal) => `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
const versionId = (portal: Portal) => `${definition(portal)}/versions/1.0.0`
const machineId = (portal: Portal) => `${compute(portal)}/virtualMachines/web-01`
const pathOf = (page: string, id: string, name = 'id') => `/${page}?${new URLSearchParams({ [name]: id })}`

/** Stores a machine of version 1.0.0, and a version of another definition that was captured from it. */
function createDescendants(portal: Portal): void {
  const { store } = portal.azure.world
  store.put({
    id: machineId(portal),
    type: 'Microsoft.Compute/virtualMachines',
    name: 'web-01',
    location: 'westus',
    properties: {
      hardwareProfile: { vmSize: 'Standard_D2s_v5' },
      storageProfile: {
        imageReference: { id: definition(portal), exactVersion: '1.0.0' },
        osDisk: { osType: 'Linux', name: 'web-01-os', createOption: 'FromImage' },
      },
      provisioningState: 'Succeeded',
    },
  })
  store.put({
    id: `${compute(portal)}/galleries/contosoGallery/images/ubuntu-golden/versions/3.0.0`,
    type: 'Microsoft.Compute/galleries/images/versions',
    name: '3.0.0',
    location: 'westus',
    properties: {
      publishingProfile: { targetRegions: [{ name: 'West US' }] },
      storageProfile: { source: { virtualMachineId: machineId(portal) } },
      provisioningState: 'Succeeded',
    },
  })
}

const notice = (page: Page) => page.getByRole('group').filter({ hasText: 'Reason: Vulnerable OpenSSL' })

test('a revoked version says so on its page, in the list, on its machines and where it would be used, until it is undone', async ({
  page,
  portal,
}) => {
  createDescendants(portal)
  const stored = () => portal.azure.world.store.get(versionId(portal))
  const before = JSON.stringify([stored()?.tags ?? {}, stored()?.properties['publishingProfile']])
  await signIn(page, portal, 'Ada', pathOf('image-version', versionId(portal)))

  // Nothing is sent without a reason; what uses it and descends from it is shown first.
  await selectMore(page, 'Revoke')
  const dialog = page.getByRole('dialog', { name: 'Revoke version 1.0.0?' })
  await expect(dialog.getByText('Image versions: 1 (ubuntu-golden 3.0.0)')).toBeVisible()
  await expect(dialog.getByText(/Virtual machines: 1/)).toBeVisible()
  // What was shown while the version was read had the focus, and is gone.
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(dialog.getByText('Enter why this version shouldn’t be used anymore.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Vulnerable OpenSSL')
  await chooseIn(dialog.getByRole('combobox', { name: 'Replacement' }), '1.1.0')
  await expect(dialog.getByText('Tag image-revoked-replacement: None → 1.1.0')).toBeVisible()
  await expect(dialog.getByText('End of life date: None → Nov 25, 2026')).toBeVisible()
  await dialog.getByText('Show code').click()
  await expect(
    dialog
      .getByRole('region', { name: /code|Azure CLI/i })
      .or(dialog.locator('pre'))
      .first(),
  ).toContainText('image-revoked-reason')
  await expectAxeClean(page, 'the revocation')
  await dialog.getByRole('button', { name: 'Revoke', exact: true }).click()

  // The page of the version, with its replacement; no set has changed.
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Version 1.0.0 is revoked and shouldn’t be used')).toBeVisible()
  await expect(notice(page).getByRole('link', { name: 'ubuntu-web 1.1.0' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo revocation' })).toBeVisible()
  expect(stored()?.tags).toMatchObject({ 'image-revoked-reason': 'Vulnerable OpenSSL' })
  await expectAxeClean(page, 'a revoked version')
  await page.setViewportSize({ width: 400, height: 800 })
  await expectNoSideways(page, 'a revoked version')
  await page.setViewportSize({ width: 1280, height: 720 })
  portal.clock.advance(3_600_000)

  // The list, the machine, and the wizards that would use it.
  await page.goto(portal.url + pathOf('image-definition', definition(portal)))
  await expect(page.getByRole('row', { name: /1\.0\.0 Revoked/ })).toBeVisible()
  await page.getByRole('button', { name: /^Search resources/ }).click()
  await page.getByRole('combobox', { name: /^Search/ }).fill('ubuntu-web 1.0.0')
  await expect(page.getByRole('option', { name: /^ubuntu-web 1\.0\.0 Revoked/ })).toBeVisible()
  await page.goto(portal.url + pathOf('virtual-machine', machineId(portal)))
  await expect(page.getByText('Created from a revoked image version: ubuntu-web 1.0.0')).toBeVisible()
  await page.goto(portal.url + pathOf('create-virtual-machine', versionId(portal), 'version'))
  await expect(page.getByText('Version 1.0.0 is revoked and shouldn’t be used: Vulnerable OpenSSL')).toBeVisible()

  // Undone, the version is exactly as before.
  await page.goto(portal.url + pathOf('image-version', versionId(portal)))
  await expect(page.getByRole('button', { name: 'Undo revocation' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Promote…' })).toBeHidden()
  await page.getByRole('button', { name: 'Undo revocation' }).click()
  const undo = page.getByRole('dialog', { name: 'Undo the revocation of version 1.0.0?' })
  await expect(undo.getByText('Exclude from latest: Yes → No')).toBeVisible()
  await undo.getByRole('button', { name: 'Undo revocation' }).click()
  await expect(undo).toBeHidden()
  await expect(page.getByText('Version 1.0.0 is revoked and shouldn’t be used')).toBeHidden()
  await page.getByRole('button', { name: 'More actions' }).click()
  await expect(page.getByRole('menuitem', { name: 'Revoke', exact: true })).toBeEnabled()
  portal.clock.advance(3_600_000)
  expect(JSON.stringify([stored()?.tags ?? {}, stored()?.properties['publishingProfile']])).toBe(before)
})

test('a version that was made from a revoked one is revoked with it, in steps that Azure runs', async ({
  page,
  portal,
}) => {
  createDescendants(portal)
  const golden = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-golden/versions/3.0.0`
  await signIn(page, portal, 'Ada', pathOf('image-version', versionId(portal)))
  await selectMore(page, 'Revoke')
  const dialog = page.getByRole('dialog', { name: 'Revoke version 1.0.0?' })
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Vulnerable OpenSSL')
  await dialog.getByRole('checkbox', { name: 'ubuntu-golden 3.0.0' }).check()
  await expect(dialog.getByRole('heading', { name: '2. ubuntu-golden 3.0.0' })).toBeVisible()
  await expectAxeClean(page, 'the revocation of two versions')
  await dialog.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(dialog).toBeHidden()
  const steps = page.getByRole('table', { name: 'Revocation' })
  await expect(steps.getByRole('row')).toHaveCount(3)
  portal.clock.advance(3_600_000)
  await expect
    .poll(() => portal.azure.world.store.get(golden)?.tags)
    .toMatchObject({
      'image-revoked-reason': 'Vulnerable OpenSSL',
    })

  await page.goto(`${portal.url}${pathOf('image-version', golden)}&tab=usage`)
  await expect(page.getByText('Created from: ubuntu-golden 3.0.0')).toBeVisible()
  await expect(page.getByRole('link', { name: 'web-01' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'ubuntu-web 1.0.0' })).toBeVisible()
})
