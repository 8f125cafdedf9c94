import { readFile } from 'node:fs/promises'
import { manualClock, startAzureSimulator, worldOfCopy, type AzureSimulator } from '@portal/azure-simulator'
import { startDemo } from '@portal/bff/demo'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { openDemoPanel } from '../support/demo-panel.ts'
import { compute, expect, signIn, test as base } from '../support/portal.ts'
import { selectMore } from '../support/wizard.ts'

/** A demo as visitors see it, where each has an Azure of their own. */
const test = base.extend<{ demo: { url: string; azure: AzureSimulator } }>({
  demo: async ({ browser: _ }, use) => {
    const newClock = () => manualClock('2026-11-24T09:00:00Z')
    const azure = await startAzureSimulator({ port: 0, throttling: 'off', sandboxes: { newClock } })
    const { url, close } = await startDemo({ port: 0, simulator: azure, logLevel: 'silent' })
    await use({ url, azure })
    await close()
    await azure.close()
  },
})

test.beforeEach(() => test.slow())

test('a copy of chosen galleries is taken, opened in the demo, and used as its person', async ({
  page,
  portal,
  demo,
  anotherBrowser,
}) => {
  await signIn(page, portal, 'Ada', '/estate')
  await selectMore(page, 'Copy for rehearsal')
  const dialog = page.getByRole('dialog', { name: 'Copy for rehearsal' })
  await dialog.getByRole('checkbox', { name: 'Contoso Development' }).uncheck()
  await dialog.getByRole('radio', { name: 'Selected galleries' }).click()
  await dialog.getByRole('button', { name: 'Take a copy' }).click()
  await expect(dialog.getByText('Select at least one gallery.')).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'contosoGallery' }).check()
  await expectAxeClean(page, 'copy for rehearsal')
  await dialog.getByRole('button', { name: 'Take a copy' }).click()
  const done = page.getByRole('alertdialog', { name: 'Copy for rehearsal' })
  await expect(done.getByText('The copy is ready')).toBeVisible()
  await expectAxeClean(page, 'copy that is ready')
  await expectNoSideways(page, 'copy that is ready')
  const saved = page.waitForEvent('download')
  await done.getByRole('button', { name: 'Download copy' }).click()
  const file = await (await saved).path()
  const { world } = worldOfCopy((await readFile(file, 'utf8')).split('\n'))
  expect(world.subscriptions).toHaveLength(1)
  expect(world.users[0]).toMatchObject({ displayName: 'Ada Rossi', userPrincipalName: 'ada@contoso.example' })

  const other = await anotherBrowser()
  await signIn(other, demo, 'Rita', '/image-versions/galleries')
  await expect(other.getByRole('main').getByText('sharedGallery').first()).toBeVisible()
  const panel = await openDemoPanel(other)
  await other.getByLabel('Open file').setInputFiles({
    name: 'cut.ndjson',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"azure-estate-copy"'),
  })
  await other.getByRole('alertdialog').getByRole('button', { name: 'Open' }).click()
  await expect(panel.getByText('Nothing has changed. The copy is damaged')).toBeVisible()
  await other.getByLabel('Open file').setInputFiles({
    name: 'contoso.ndjson',
    mimeType: 'application/json',
    buffer: await readFile(file),
  })
  await expect(other.getByRole('alertdialog')).toContainText('It doesn’t know how fast Azure replicates')
  await other.getByRole('alertdialog').getByRole('button', { name: 'Open' }).click()
  await expect(other.getByRole('button', { name: /^Account of Ada Rossi/ })).toBeVisible()
  await other.goto(`${demo.url}/galleries`)
  await expect(other.getByRole('main').getByText('contosoGallery').first()).toBeVisible()
  await expect(other.getByRole('main').getByText('sharedGallery')).toHaveCount(0)
})

test('a copy goes on after it was interrupted and closed, and is compared with today without its names', async ({
  page,
  portal,
}) => {
  await signIn(page, portal, 'Ada', '/estate')
  await selectMore(page, 'Copy for rehearsal')
  let failures = 0
  await page.route('**/api/estate/copy', (route) => {
    const { part } = route.request().postDataJSON() as { part: string }
    return part === 'keys' && failures++ === 0 ? route.abort() : route.continue()
  })
  const dialog = page.getByRole('dialog', { name: 'Copy for rehearsal' })
  await dialog.getByRole('checkbox', { name: 'Replace names and IDs' }).check()
  await dialog.getByRole('button', { name: 'Take a copy' }).click()
  const state = page.getByRole('alertdialog', { name: 'Copy for rehearsal' })
  await expect(state.getByText('The copy isn’t complete.')).toBeVisible()
  await state.getByRole('button', { name: 'Close' }).click()
  await selectMore(page, 'Copy for rehearsal')
  await state.getByRole('button', { name: 'Continue' }).click()
  await expect(state.getByText('The copy is ready')).toBeVisible()
  const downloaded = async (name: string) => {
    const saved = page.waitForEvent('download')
    await state.getByRole('button', { name }).click()
    return readFile(await (await saved).path(), 'utf8')
  }
  const text = await downloaded('Download copy')
  const names = await downloaded('Download names')
  expect(text).not.toMatch(/contoso|ubuntu-web|myResourceGroup|ada@|Ada Rossi|c0470500/i)
  expect(worldOfCopy(text.split('\n')).world.resources.length).toBeGreaterThan(50)
  expect(Object.values(JSON.parse(names) as object)).toContain('contosoGallery')
  await state.getByRole('button', { name: 'New copy' }).click()
  await expect(dialog.getByRole('checkbox', { name: 'Replace names and IDs' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()

  const comparison = page.getByRole('dialog', { name: 'Compare with today' })
  const result = page.getByRole('alertdialog', { name: 'Compare with today' })
  const choose = async (label: string, content: string) =>
    comparison.getByLabel(label).setInputFiles({ name: label, mimeType: 'text/plain', buffer: Buffer.from(content) })
  async function compare() {
    await selectMore(page, 'Compare with today')
    await comparison.getByRole('button', { name: 'Compare', exact: true }).click()
    await expect(comparison.getByText('Choose the file of a rehearsal copy.')).toBeVisible()
    await choose('Copy: Choose file', '{"format":1}')
    await expect(comparison.getByText('This file isn’t a copy, or it’s damaged.')).toBeVisible()
    await choose('Copy: Choose file', text)
    await expect(comparison.getByText('This copy has other names and IDs.')).toBeVisible()
    await comparison.getByRole('button', { name: 'Compare', exact: true }).click()
    await expect(comparison.getByText('Choose the file that lists the names')).toBeVisible()
    await choose('Names of the copy: Choose file', names)
    await expectAxeClean(page, 'comparison before it begins')
    await comparison.getByRole('button', { name: 'Compare', exact: true }).click()
  }
  await compare()
  await expect(result.getByRole('status')).toHaveText(/^Nothing has changed since /)
  await result.getByRole('button', { name: 'Close' }).click()

  const { store } = portal.azure.world
  const versions = store.list(
    `${compute(portal)}/galleries/contosoGallery`,
    'Microsoft.Compute/galleries/images/versions',
  )
  const [gone, changed] = versions
  if (gone === undefined || changed === undefined) throw new Error('contosoGallery has no two versions')
  store.remove(gone.id)
  store.put({ ...changed, tags: { ...changed.tags, owner: 'Lea' } })
  store.put({ ...changed, id: changed.id.replace(/[^/]+$/, '77.0.0'), name: '77.0.0' })
  await compare()
  await expect(result.getByRole('status')).toHaveText(/^Changes since /)
  await expect(result.getByRole('definition')).toHaveText(['New: 1, Gone: 1, Changed: 1'])
  await expect(result.getByRole('row').filter({ hasText: 'Changed' })).toContainText('Tags: owner: none → Lea')
  await expect(result.getByRole('row').filter({ hasText: 'Gone' })).toContainText(gone.name)
  await expect(result.getByRole('link', { name: /77\.0\.0$/ })).toBeVisible()
  await expectAxeClean(page, 'comparison')
  await expectNoSideways(page, 'comparison')
  const table = page.waitForEvent('download')
  await result.getByRole('button', { name: 'Download changes (CSV)' }).click()
  const csv = await readFile(await (await table).path(), 'utf8')
  expect(csv).toContain(`"Image version","${changed.id}","Changed","tags.owner","","Lea"`)
})
