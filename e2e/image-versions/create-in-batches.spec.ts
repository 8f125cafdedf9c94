import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, signInAtWizard, test, versionPuts, type Portal } from '../support/portal.ts'
import { storedRegionsOf } from '../support/stored-regions.ts'
import { proofOf, type Wizard } from '../support/wizard.ts'

const hour = 3_600_000
const versionId = (portal: Portal) => `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web/versions/2.0.0`

const regions = [
  ['West US', 'WestUS'],
  ['East US 2', 'EastUS2'],
  ['West Europe', 'WestEurope'],
  ['UK South', 'UKSouth'],
] as const

/** Version 2.0.0 in four regions, each with its own two sets, whose rollout is chosen on the Replication tab. */
async function chooseBatches(wizard: Wizard, portal: Portal): Promise<void> {
  const { page } = wizard
  await signInAtWizard(page, portal)
  await wizard.version('2.0.0')
  await wizard.managedImage('myImage')
  await wizard.next('Replication')
  await expect(page.getByRole('radio', { name: /Source region first/ })).toHaveCount(0)
  for (const [name] of regions.slice(1)) await wizard.addRegion(name)
  await page.getByRole('radio', { name: /Source region first/ }).check()
  await page.getByRole('spinbutton', { name: 'Regions per batch' }).fill('2')
  await wizard.next('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  for (const [name, prefix] of regions) {
    await wizard.set(name, 'OS disk', `${prefix}DiskEncryptionSet1`)
    await wizard.set(name, 'LUN 0', `${prefix}DiskEncryptionSet2`)
  }
}

/** The region's name and its sets, the OS disk's first, as Azure stores them. */
function storedSets(portal: Portal): [region: string, ...sets: string[]][] {
  return storedRegionsOf(portal, versionId(portal)).map(([name, encryption]) => [
    name,
    ...[...encryption.matchAll(/diskEncryptionSets\/(\w+)/g)].map(([, set = '']) => set),
  ])
}

test('a version is created in its own region first, then in batches, and ends encrypted as chosen in every region', async ({
  page,
  portal,
  wizard,
}) => {
  await chooseBatches(wizard, portal)
  await page.reload() // the choice of batches is part of the draft
  await wizard.review()
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeEnabled()
  const steps = page.getByRole('region', { name: 'Replication' }).getByRole('listitem')
  await expect(steps).toHaveText(['West US: the version is created here', 'East US 2 and West Europe', 'UK South'])
  await page.getByText('Request to Azure (first step)').click()
  const request = page.getByRole('region', { name: 'Replication' }).locator('pre')
  await expect(request).toContainText('WestUSDiskEncryptionSet2')
  await expect(request).not.toContainText('EastUS2DiskEncryptionSet')
  await expectAxeClean(page, 'the review of batches')

  await wizard.create()
  await expect(page.getByRole('heading', { name: 'ubuntu-web 2.0.0', exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: /1\. Create the version in West US/ })).toContainText('In progress')
  await expect(page.getByRole('row', { name: /3\. Add UK South/ })).toContainText('Waiting')
  // Regions still to come are not a difference from the request.
  await expect(page.getByRole('row', { name: /^West US/ })).toContainText('Requested, not applied yet')
  await expect(page.getByRole('row', { name: /^UK South/ })).toHaveCount(0)
  expect(storedSets(portal)).toEqual([['westus', 'WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2']])

  // Azure continues by itself: the portal is not open meanwhile.
  const address = page.url()
  await page.goto('about:blank')
  portal.clock.advance(hour)
  await page.goto(address)
  await expect(page.getByRole('row', { name: /3\. Add UK South/ })).toContainText('Completed')
  await expect(proofOf(page)).toBeVisible()
  expect(storedSets(portal)).toEqual(
    regions.map(([, prefix]) => [prefix.toLowerCase(), `${prefix}DiskEncryptionSet1`, `${prefix}DiskEncryptionSet2`]),
  )
  await expect(page.getByRole('row', { name: /^UK South/ })).toContainText('As requested')
  expect(versionPuts(portal)).toEqual([]) // Azure sent the requests, not the portal
})

test('a creation in batches that is stopped shows the regions that are missing', async ({ page, portal, wizard }) => {
  await chooseBatches(wizard, portal)
  await wizard.reviewAndCreate()
  await page.getByRole('button', { name: 'Stop after this step' }).click()
  const isStopped = () => portal.azure.requests.some(({ path, status }) => path.endsWith('/cancel') && status === 204)
  await expect.poll(isStopped).toBe(true)
  portal.clock.advance(hour)
  await expect(page.getByRole('row', { name: /2\. Add East US 2/ })).toContainText('Not run')
  await expect(page.getByRole('row', { name: /^East US 2/ })).toContainText('Azure doesn’t list this region')
})

test('a creation that Azure could not begin leaves what was entered', async ({ page, portal, wizard }) => {
  await chooseBatches(wizard, portal)
  await wizard.reviewAndCreate()
  await expect(page.getByRole('row', { name: /1\. Create the version/ })).toContainText('In progress')
  portal.azure.world.store.remove(versionId(portal))
  await expect(page.getByText('Azure is about to create this version')).toBeVisible()
  portal.clock.advance(hour)
  await page.getByRole('button', { name: 'Return to draft' }).click()
  await expect(wizard.field('Version number')).toHaveValue('2.0.0')
  await wizard.goTo('Replication')
  await expect(page.getByRole('radio', { name: /Source region first/ })).toBeChecked()
  await expect(page.getByRole('spinbutton', { name: 'Regions per batch' })).toHaveValue('2')
  await wizard.goTo('Encryption')
  await expect(page.getByText('Nothing to do').first()).toBeVisible()
})

test.describe('at 400 px, in Italian and dark', () => {
  test.use({ locale: 'it-IT', viewport: { width: 400, height: 800 }, colorScheme: 'dark' })
  test('the choice of batches fits and is axe clean', async ({ page, portal, wizard }) => {
    const definition = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
    await page.goto(`${portal.url}/create-image-version?${new URLSearchParams({ definition, from: 'nothing' })}`)
    await page.getByRole('main').getByRole('button', { name: 'Accedi', exact: true }).click()
    await page.getByRole('button', { name: /^Ada\b/ }).click()
    await wizard.goTo('Replica')
    for (const name of ['East US 2', 'West Europe', 'UK South'])
      await wizard.addRegion(name, 'Aggiungi area di destinazione')
    await page.getByRole('radio', { name: /^Prima l’area di origine/ }).check()
    await expect(page.getByRole('listitem').filter({ hasText: 'la versione viene creata qui' })).toBeVisible()
    await expectAxeClean(page, 'the choice of batches')
    await expectNoSideways(page, 'the choice of batches')
  })
})
