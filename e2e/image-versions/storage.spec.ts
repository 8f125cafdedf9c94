import { compute, expect, follow, test, versionPuts, wizardPath } from '../support/portal.ts'
import { chooseIn } from '../support/wizard.ts'

// West US has no availability zones, East US 2 has them.

test('Standard HDD LRS is stored as such where there are zones, and another storage in Azure is shown in red; zone-redundant where available gives each region what it has, by which the list is filtered', async ({
  page,
  portal,
  openWizard,
}) => {
  const wizard = await openWizard()
  await wizard.version('2.0.0')
  await wizard.managedImage('myImage')
  await wizard.goTo('Replication')
  await expect(page.getByRole('combobox', { name: 'Default storage sku' })).toHaveText('Standard HDD LRS')
  await wizard.addRegion('East US 2')
  await wizard.reviewAndCreate()

  await expect(page.getByRole('heading', { name: '2.0.0' })).toBeVisible()
  expect(versionPuts(portal)).toMatchObject([
    { properties: { publishingProfile: { storageAccountType: 'Standard_LRS' } } },
  ])
  const board = page.getByRole('table', { name: 'Replication' })
  for (const region of ['West US', 'East US 2']) {
    const row = board.getByRole('row', { name: new RegExp(`^${region}`) })
    await expect(row).toContainText('Standard HDD LRS')
    await expect(row).not.toContainText('Requested: ')
  }
  await expect(page.getByText('The applied storage differs from your request')).toHaveCount(0)

  const definition = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
  const { store } = portal.azure.world
  const version = store.get(`${definition}/versions/2.0.0`)
  if (version === undefined) throw new Error('The version was not stored')
  const properties: unknown = JSON.parse(JSON.stringify(version.properties).replaceAll('Standard_LRS', 'Premium_LRS'))
  store.put({ ...version, properties: Object.assign({}, properties) })
  await page.reload()
  await expect(page.getByText('The applied storage differs from your request')).toBeVisible()
  await expect(page.getByRole('row', { name: /^West US/ })).toContainText('Requested: Standard HDD LRS')

  await follow(page, wizardPath(portal))
  await wizard.version('2.1.0')
  await wizard.managedImage('myImage')
  await wizard.goTo('Replication')
  await wizard.choose('Default storage sku', 'Zone-redundant where available')
  await wizard.addRegion('East US 2')
  const storageOf = (region: string) => wizard.region(region).getByRole('combobox', { name: 'Storage account type' })
  await expect(storageOf('West US')).toHaveText('Standard HDD LRS (default)')
  await expect(storageOf('East US 2')).toHaveText('Standard ZRS (Zone-redundant) (default)')
  await wizard.reviewAndCreate()

  await expect(page.getByRole('heading', { name: '2.1.0' })).toBeVisible()
  const [, sent] = versionPuts(portal)
  expect(sent).toMatchObject({ properties: { publishingProfile: { storageAccountStrategy: 'PreferStandard_ZRS' } } })
  expect(JSON.stringify(sent)).not.toContain('storageAccountType')
  const row = (region: string) => board.getByRole('row', { name: new RegExp(`^${region}`) })
  await expect(row('West US')).toContainText('Standard HDD LRS')
  await expect(row('East US 2')).toContainText('Standard ZRS (Zone-redundant)')
  await expect(page.getByText('The applied storage differs from your request')).toHaveCount(0)

  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'ubuntu-web' }).click()
  await expect(page.getByRole('link', { name: '1.0.0', exact: true })).toBeVisible()
  await chooseIn(page.getByRole('combobox', { name: 'Storage', exact: true }), 'Standard ZRS (Zone-redundant)')
  await expect(page.getByRole('link', { name: '1.0.0', exact: true })).toHaveCount(0)
  await expect(page.getByRole('link', { name: '2.1.0', exact: true })).toBeVisible()
})
