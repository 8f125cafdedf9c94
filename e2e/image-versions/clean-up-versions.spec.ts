import { contoso } from '@portal/azure-simulator'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { chooseLanguage, code } from '../support/code-pane.ts'
import { compute, expect, signIn, startPortal, test, type Portal } from '../support/portal.ts'
import { chooseIn, selectMore } from '../support/wizard.ts'

const gallery = (portal: Portal) => `${compute(portal)}/galleries/contosoGallery`
const idOf = (portal: Portal, name: string) => `${gallery(portal)}/images/ubuntu-web/versions/${name}`
const versionType = 'Microsoft.Compute/galleries/images/versions'

/** Versions 4.0.0 to 4.7.0 like 1.1.0, published long ago; something was made from 4.2.0. */
function makeOldVersions(portal: Portal): void {
  const { store } = portal.azure.world
  const model = store.get(idOf(portal, '1.1.0'))
  if (model === undefined) throw new Error('No version to copy')
  for (let minor = 0; minor < 8; minor += 1) {
    const name = `4.${minor}.0`
    store.put({ ...model, id: idOf(portal, name), name })
  }
  store.put({
    id: `${compute(portal)}/virtualMachines/from-4-2`,
    type: 'Microsoft.Compute/virtualMachines',
    name: 'from-4-2',
    location: 'westus',
    properties: { storageProfile: { imageReference: { id: idOf(portal, '4.2.0'), exactVersion: '4.2.0' } } },
  })
}

const left = (portal: Portal) =>
  portal.azure.world.store
    .list(`${gallery(portal)}/images/ubuntu-web`, versionType)
    .filter(({ name, change }) => name.startsWith('4.') && change?.state !== 'Deleting')
    .map(({ name }) => name)

/** The versions of the only clean-up, as its statement in Azure has them. */
function statedVersions(portal: Portal): string[] {
  const statement = portal.azure.world.store.snapshot().find(({ name }) => name.startsWith('clean-up-versions-'))
  if (statement === undefined) throw new Error('No clean-up is stated')
  const { parameters } = statement.properties as {
    parameters: { cleanUp: { value: { definitions: { id: string; versions: string[] }[] } } }
  }
  return parameters.cleanUp.value.definitions.flatMap(({ id, versions }) =>
    versions.map((name) => `${id}/versions/${name}`),
  )
}

test('old versions go by a rule; a closed tab leaves the rest to somebody else; what is in use stays', async ({
  page,
  portal,
  anotherBrowser,
}) => {
  makeOldVersions(portal)
  await signIn(page, portal, 'Ada', `/gallery?id=${encodeURIComponent(gallery(portal))}`)
  await selectMore(page, 'Clean up versions')
  await expect(page.getByRole('heading', { name: 'Clean up versions', level: 1 })).toBeVisible()
  await page.getByRole('spinbutton', { name: 'Keep the newest versions of each definition' }).fill('1')
  await page.getByRole('spinbutton', { name: 'Keep versions younger than (days)' }).fill('')
  await page.getByRole('textbox', { name: 'Version number' }).fill('4.*')
  await page.getByRole('radio', { name: 'Delete' }).check()
  await expect(page.getByText('Keep the newest of each definition and those with the tag keep.')).toBeVisible()
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByRole('heading', { name: 'Preview' })).toBeInViewport()
  await expect(page.getByText('Affected: 6')).toBeInViewport()
  const table = page.getByRole('table', { name: 'Preview' })
  await expect(table.getByRole('row', { name: /^ubuntu-web 4\.2\.0/ })).toContainText('Used by from-4-2')
  await expect(table.getByRole('row', { name: /^ubuntu-web 4\.7\.0/ })).toContainText('Among the newest')
  await expect(page.getByText('Affected: 6')).toBeVisible()
  await expect(page.getByText('contosoGallery has no recycle bin')).toBeVisible()
  expect(left(portal)).toHaveLength(8)
  await expectAxeClean(page, 'preview')
  await expectNoSideways(page, 'preview')

  // After two versions the connection is lost, and the tab is closed.
  let requests = 0
  await page.route('**/api/clean-up-versions', async (route) => {
    requests += 1
    return requests > 2 ? route.abort() : route.continue()
  })
  await page.getByRole('button', { name: 'Delete: 6' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete 6 versions?' })
  await dialog.getByRole('textbox').fill('6')
  await dialog.getByRole('button', { name: 'Delete versions' }).click()
  await expect(page.getByText('Requested: 2 of 6')).toBeVisible()
  await page.close()
  expect(left(portal)).toEqual(['4.2.0', '4.3.0', '4.4.0', '4.5.0', '4.6.0', '4.7.0'])

  // Meanwhile something uses one more.
  const { store, users, roleAssignments } = portal.azure.world
  const machine = store.get(`${compute(portal)}/virtualMachines/from-4-2`)
  if (machine === undefined) throw new Error('No machine')
  store.put({
    ...machine,
    id: machine.id.replace('from-4-2', 'from-4-5'),
    name: 'from-4-5',
    properties: { storageProfile: { imageReference: { id: idOf(portal, '4.5.0'), exactVersion: '4.5.0' } } },
  })
  const vera = users.find(({ displayName }) => displayName.startsWith('Vera'))?.id ?? ''
  roleAssignments.push({
    principalId: vera,
    role: 'Contributor',
    scope: gallery(portal).split('/resourceGroups/')[0] ?? '',
  })

  const other = await anotherBrowser()
  await signIn(other, portal, 'Vera', `/clean-up-versions?scope=${encodeURIComponent(gallery(portal))}`)
  await other.getByRole('link', { name: /^6 versions/ }).click()
  await expect(other.getByText('Requested: 2 of 6')).toBeVisible()
  await expect(other.getByText('ada@contoso.example').first()).toBeVisible()
  await other.getByRole('button', { name: 'Continue' }).click()
  const asking = other.getByRole('dialog', { name: 'Delete 4 versions?' })
  await expect(asking).toContainText('contosoGallery (myResourceGroup)')
  await expect(asking).toContainText('ada@contoso.example')
  await expect(asking.getByRole('listitem')).toHaveCount(4)
  await expectAxeClean(other, 'question before it is continued')
  await asking.getByRole('button', { name: 'Delete versions' }).click()
  await expect(asking).toContainText('Enter the number 4.')
  expect(left(portal)).toHaveLength(6)
  await asking.getByRole('textbox').fill('4')
  await asking.getByRole('button', { name: 'Delete versions' }).click()
  // It stops where a fact has changed, and goes on with the others.
  await expect(other.getByText('Something has changed since the preview')).toBeVisible()
  await expect(other.getByText('Requested: 4 of 6 · kept: 1')).toBeVisible()
  await other.getByRole('button', { name: 'Continue' }).click()
  await expect(other.getByText('Requested: 5 of 6 · kept: 1')).toBeVisible()
  await expect(other.getByRole('row', { name: /^ubuntu-web 4\.5\.0/ })).toContainText('Used by from-4-5')
  await expectAxeClean(other, 'run')
  expect(left(portal)).toEqual(['4.2.0', '4.5.0', '4.7.0'])
})

test('a rule is saved as a file and opened again, and a wrong one says why', async ({ page, portal }) => {
  await signIn(page, portal, 'Ada', `/clean-up-versions?scope=${encodeURIComponent(gallery(portal))}`)
  await page.getByRole('textbox', { name: 'Version number' }).fill('1.*')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save rule' }).click()
  const path = await (await saving).path()
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Version number' })).toHaveValue('')
  const input = page.locator('input[type=file]')
  await input.setInputFiles(path)
  await expect(page.getByRole('textbox', { name: 'Version number' })).toHaveValue('1.*')
  await input.setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from('{"plan": 1}') })
  await expect(page.getByText('This file isn’t a retention rule.')).toBeVisible()

  await page.getByText('Show code that applies this rule').click()
  await chooseLanguage(page, 'GitHub Actions')
  const pipeline = code(page, 'GitHub Actions')
  await expect(pipeline).toContainText("cron: '17 1 * * *'")
  await expect(page.getByText('Keep versions that are used only in subscriptions')).toBeVisible()
  await chooseIn(page.getByRole('combobox', { name: 'File' }), 'clean-up-versions.json')
  await expect(pipeline).toContainText(/"version": "1\.\*"/)
  await chooseIn(page.getByRole('combobox', { name: 'File' }), 'set-up-clean-up.sh')
  await expect(pipeline).toContainText(`'${gallery(portal)}'`)
  await expectAxeClean(page, 'a rule as a pipeline')
  await expectNoSideways(page, 'a rule as a pipeline')
  await page.getByRole('button', { name: 'Check set-up' }).click()
  const setUp = page.getByRole('dialog', { name: 'Pipeline set-up' })
  await expect(setUp.getByRole('listitem').filter({ hasText: 'Reader' })).toHaveCount(1)
  await setUp.getByRole('button', { name: 'Close' }).first().click()

  await page.getByRole('spinbutton', { name: 'Keep the newest versions of each definition' }).fill('')
  await page.getByRole('spinbutton', { name: 'Keep versions younger than (days)' }).fill('')
  await expect(page.getByText('at least one of the two.').last()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Preview' })).toHaveAttribute('aria-disabled', 'true')
})

test('150 of 300 versions of a subscription: two refusals are repaired, and a colleague does what is left', async ({
  anotherBrowser,
}) => {
  test.slow()
  const world = contoso({ now: Date.parse('2026-11-24T09:00:00Z'), builds: true })
  const portal = await startPortal({ world })
  const { store, roleAssignments, users } = portal.azure.world
  const all = () => store.snapshot().filter(({ id }) => id.includes('/galleries/buildGallery/'))
  const versions = () => all().filter(({ type, change }) => type === versionType && change?.state !== 'Deleting')
  const page = await anotherBrowser()
  await signIn(page, portal, 'Ben', '/estate')
  await page.getByRole('table', { name: 'Azure’s limits' }).getByRole('link', { name: 'Clean up versions' }).click()
  await page.getByRole('combobox', { name: 'Subscription' }).click()
  await page.getByRole('option', { name: 'Contoso Builds' }).click()
  await page.getByRole('radio', { name: 'Delete' }).check()
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByText('Affected: 150')).toBeVisible()
  await expect(page.getByText('Kept: 150')).toBeVisible()

  // Deleted versions can come back: soft delete is turned on from here.
  await page.getByRole('button', { name: 'Change soft delete' }).click()
  await page.getByRole('checkbox', { name: 'Enable soft delete for image versions' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('buildGallery: deleted versions can be restored')).toBeVisible()
  await page.getByRole('combobox', { name: 'Show' }).click()
  await page.getByRole('option', { name: 'Affected' }).click()
  const going = versions().length - 150

  // Meanwhile somebody locks the second one, and takes the role away after the fourth.
  const table = page.getByRole('table', { name: 'Preview' })
  const second = await table.getByRole('row').nth(2).getByRole('link').getAttribute('href')
  const locked = `${new URLSearchParams(second?.split('?')[1]).get('id')}/providers/Microsoft.Authorization/locks/hold`
  store.put({
    id: locked,
    type: 'Microsoft.Authorization/locks',
    name: 'hold',
    location: '',
    properties: { level: 'CanNotDelete' },
  })
  await page.getByRole('button', { name: `Delete: ${going}` }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(String(going))
  await page.getByRole('button', { name: 'Delete versions' }).click()
  await expect(page.getByText('Something has changed since the preview')).toBeVisible()
  await expect(page.getByText('Requested: 1 of 150 · kept: 1')).toBeVisible()
  store.remove(locked)
  const ben = users.find(({ displayName }) => displayName.startsWith('Ben'))?.id
  const place = roleAssignments.findIndex(({ principalId, scope }) => principalId === ben && scope.endsWith('a003'))
  const setRole = (role: 'Reader' | 'Contributor') =>
    roleAssignments.splice(place, 1, ...roleAssignments.slice(place, place + 1).map((one) => ({ ...one, role })))
  let requests = 0
  await page.route('**/api/clean-up-versions', async (route) => {
    requests += 1
    if (requests === 3) setRole('Reader')
    if (requests === 4) setRole('Contributor')
    if (requests > 8) return route.abort()
    const response = await route.fetch()
    // On a fast machine the portal has no room for some, which are sent again.
    if (response.status() === 429) requests -= 1
    return route.fulfill({ response })
  })
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('refused: 1')).toBeVisible()
  await expect(page.getByText('Requested: 8 of 150')).toBeVisible()
  await page.unroute('**/api/clean-up-versions')
  await page.getByRole('button', { name: 'Try again' }).last().click()
  await expect(page.getByText('Requested: 9 of 150')).toBeVisible()
  const address = page.url()
  await page.close()

  // Another client deletes most of the rest: a user sends two a second, and a test of the BFF sends them all.
  const open = statedVersions(portal).filter((id) => versions().some((version) => version.id === id))
  expect(open).toHaveLength(141)
  for (const id of open.slice(0, -20)) store.remove(id)

  const other = await anotherBrowser()
  const vera = users.find(({ displayName }) => displayName.startsWith('Vera'))?.id ?? ''
  roleAssignments.push(...roleAssignments.slice(place, place + 1).map((one) => ({ ...one, principalId: vera })))
  await signIn(other, portal, 'Vera', new URL(address).pathname + new URL(address).search)
  await other.getByRole('button', { name: 'Continue' }).click()
  await other.getByRole('dialog', { name: 'Delete 20 versions?' }).getByRole('textbox').fill('20')
  await other.getByRole('button', { name: 'Delete versions' }).click()
  await expect(other.getByText('Requested: 150 of 150')).toBeVisible({ timeout: 60_000 })
  portal.clock.advance(3_600_000)
  await expect(other.getByRole('link', { name: /^Restore versions of / })).not.toHaveCount(0)
  expect(versions()).toHaveLength(150)
  await portal.close()
})
