import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, follow, productionSubscriptionId, signIn, test, type Portal } from '../support/portal.ts'

const definition = (portal: Portal) => `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
const idOf = (portal: Portal, name: string) => `${definition(portal)}/versions/${name}`
const pageOf = (portal: Portal) => `/image-definition?id=${encodeURIComponent(definition(portal))}`

/** Versions 0.1.0 to 0.5.0 like 1.1.0: none of them is the latest. */
function makeVersions(portal: Portal): void {
  const { store } = portal.azure.world
  const model = store.get(idOf(portal, '1.1.0'))
  if (model === undefined) throw new Error('No version to copy')
  for (let minor = 1; minor <= 5; minor += 1)
    store.put({ ...model, id: idOf(portal, `0.${minor}.0`), name: `0.${minor}.0` })
}

const numbers = (portal: Portal) =>
  portal.azure.world.store
    .list(definition(portal), 'Microsoft.Compute/galleries/images/versions')
    .filter(({ name, change }) => name.startsWith('0.') && change?.state !== 'Deleting')
    .map(({ name }) => name)

test('several versions are selected with Shift, and deleted after a preview of those alone; all versions of a list are selected, locked where Azure permits it, and exported as code', async ({
  page,
  portal,
}) => {
  makeVersions(portal)
  const { users, roleAssignments } = portal.azure.world
  const principalId = users.find(({ displayName }) => displayName.startsWith('Ada'))?.id ?? ''
  const scope = `/subscriptions/${productionSubscriptionId(portal)}`
  roleAssignments.push({ principalId, role: 'User Access Administrator', scope })
  await signIn(page, portal, 'Ada', pageOf(portal))
  const list = page.getByRole('table', { name: 'Image versions' })
  const box = (name: string) => list.getByRole('checkbox', { name: `Select ubuntu-web ${name}` })
  await box('0.4.0').check()
  await box('0.2.0').click({ modifiers: ['Shift'] })
  await expect(page.getByText('Selected: 3')).toBeVisible()
  await expect(box('0.3.0')).toBeChecked()
  await box('0.3.0').press('Space')
  await expect(page.getByText('Selected: 2')).toBeVisible()
  await expectAxeClean(page, 'a selection')
  await expectNoSideways(page, 'a selection')

  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Delete versions', level: 1 })).toBeVisible()
  await expect(page.getByText('Affected: 2')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Preview' }).getByRole('row')).toHaveCount(3)
  await expectAxeClean(page, 'the preview of a selection')
  // What was selected outlives a reload.
  await page.reload()
  await page.getByRole('button', { name: 'Delete: 2' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete 2 versions?' })
  await dialog.getByRole('textbox').fill('2')
  await dialog.getByRole('button', { name: 'Delete versions' }).click()
  await expect(page.getByText('Requested: 2 of 2')).toBeVisible()
  expect(numbers(portal)).toEqual(['0.1.0', '0.3.0', '0.5.0'])

  portal.clock.advance(600_000)
  await follow(page, `${pageOf(portal)}&search=0.`)
  await expect(box('0.4.0')).toHaveCount(0)
  await list.getByRole('checkbox', { name: 'Select all' }).check()
  await page.getByRole('button', { name: 'More actions' }).last().click()
  await page.getByRole('menuitem', { name: 'Export code' }).click()
  const code = page.getByRole('dialog', { name: 'Selected versions as code' })
  await expect(code.locator('pre')).toContainText('0.1.0')
  await expect(code.locator('pre')).toContainText('diskEncryptionSetId')
  await code.getByRole('button', { name: 'Close' }).click()

  // One version also as a pipeline that creates those after it.
  await list.getByRole('checkbox', { name: 'Select all' }).uncheck()
  await list.getByRole('row').filter({ hasText: '0.1.0' }).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'More actions' }).last().click()
  await page.getByRole('menuitem', { name: 'Export code' }).click()
  await code.getByRole('combobox', { name: 'Code language' }).click()
  await page.getByRole('option', { name: 'GitHub Actions' }).click()
  await expect(code.locator('pre')).toContainText('az rest --method=put')
  await code.getByRole('button', { name: 'Close' }).click()
  await list.getByRole('checkbox', { name: 'Select all' }).check()

  await page.getByRole('button', { name: 'More actions' }).last().click()
  await page.getByRole('menuitem', { name: 'Add delete lock' }).click()
  await page.getByRole('textbox', { name: 'Notes of the locks' }).fill('Audit')
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.getByRole('button', { name: /^Add a delete lock: / }).click()
  await expect(page.getByText(/Requested: (\d+) of \1$/)).toBeVisible()
  const locks = portal.azure.world.store.list(idOf(portal, '0.1.0'), 'Microsoft.Authorization/locks')
  expect(locks.map(({ properties }) => properties)).toEqual([{ level: 'CanNotDelete', notes: 'Audit' }])
})

test('a selection is encrypted as a run of those versions alone', async ({ page, portal }) => {
  const { store } = portal.azure.world
  const model = store.get(idOf(portal, '1.1.0'))
  if (model === undefined) throw new Error('No version to copy')
  const publishingProfile = { targetRegions: [{ name: 'West US', regionalReplicaCount: 1 }], excludeFromLatest: false }
  for (const name of ['0.1.0', '0.2.0'])
    store.put({ ...model, id: idOf(portal, name), name, properties: { ...model.properties, publishingProfile } })
  await signIn(page, portal, 'Ada', pageOf(portal))
  await page.getByRole('checkbox', { name: 'Select ubuntu-web 0.1.0' }).check()
  await page.getByRole('button', { name: 'More actions' }).last().click()
  await page.getByRole('menuitem', { name: 'Encrypt' }).click()
  const plan = page.getByRole('table', { name: 'How each version is created' })
  await expect(plan.getByRole('row', { name: /ubuntu-web 0\.1\.0/ })).toBeVisible()
  await expect(plan.getByRole('row')).toHaveCount(2)
})
