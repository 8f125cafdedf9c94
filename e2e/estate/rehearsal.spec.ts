import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { manualClock, startAzureSimulator, type AzureSimulator } from '@portal/azure-simulator'
import { startDemo } from '@portal/bff/demo'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { openDemoPanel } from '../support/demo-panel.ts'
import { compute, expect, signIn, test as base, type Portal } from '../support/portal.ts'
import { chooseIn, selectMore, Wizard } from '../support/wizard.ts'

/** A demo as visitors see it, with an Azure of their own. */
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

const gallery = (portal: Portal) => `${compute(portal)}/galleries/contosoGallery`
const definition = (portal: Portal) => `${gallery(portal)}/images/ubuntu-web`
const versionId = (portal: Portal, name: string) => `${definition(portal)}/versions/${name}`

/** Four old versions of which a machine uses one, one to encrypt, and a running machine under a key of the customer. */
function prepareEstate(portal: Portal): void {
  const { store } = portal.azure.world
  const [old, plain] = ['1.1.0', '1.0.0'].map((name) => store.get(versionId(portal, name)))
  if (old === undefined || plain === undefined) throw new Error('Contoso has lost its versions')
  for (const name of ['4.0.0', '4.1.0', '4.2.0', '4.3.0']) store.put({ ...old, id: versionId(portal, name), name })
  const targetRegions = [{ name: 'West US', regionalReplicaCount: 1, storageAccountType: 'Standard_LRS' }]
  const publishingProfile = { ...(plain.properties['publishingProfile'] as object), targetRegions }
  const properties = { ...plain.properties, publishingProfile }
  store.put({ ...plain, id: versionId(portal, '3.0.0'), name: '3.0.0', properties })
  const machine = (name: string, storageProfile: object) =>
    store.put({
      id: `${compute(portal)}/virtualMachines/${name}`,
      type: 'Microsoft.Compute/virtualMachines',
      name,
      location: 'westus',
      properties: { storageProfile: JSON.parse(JSON.stringify(storageProfile)) as never },
      instanceView: { statuses: [{ code: 'PowerState/running', level: 'Info', displayStatus: 'VM running' }] },
    })
  machine('from-4-1', { imageReference: { id: versionId(portal, '4.1.0'), exactVersion: '4.1.0' } })
  const diskEncryptionSet = { id: `${compute(portal)}/diskEncryptionSets/WestUSDiskEncryptionSet1` }
  machine('web-under-key', { osDisk: { managedDisk: { diskEncryptionSet } } })
}

/** The numbers of the versions that ARM lists, asked by the program that owns Production. */
async function versionsInArm(portal: Portal): Promise<string[]> {
  const { azure } = portal
  const program = azure.world.servicePrincipals.find(({ displayName }) => displayName === 'contoso-command-line')
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: program?.clientId ?? '',
    client_secret: program?.clientSecret ?? '',
    scope: 'https://management.azure.com/.default',
  })
  const signedIn = await fetch(`${azure.url}/${azure.tenantId}/oauth2/v2.0/token`, { method: 'POST', body: form })
  const { access_token: token } = (await signedIn.json()) as { access_token: string }
  const answer = await fetch(`${azure.url}${definition(portal)}/versions?api-version=2025-12-03`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return ((await answer.json()) as { value: { id: string }[] }).value.map(({ id }) => id)
}

async function takeCopy(page: Page): Promise<string> {
  await selectMore(page, 'Copy for rehearsal')
  const dialog = page.getByRole('dialog', { name: 'Copy for rehearsal' })
  await dialog.getByRole('checkbox', { name: 'Contoso Development' }).uncheck()
  await dialog.getByRole('radio', { name: 'Selected galleries' }).click()
  await dialog.getByRole('checkbox', { name: 'contosoGallery' }).check()
  await dialog.getByRole('button', { name: 'Take a copy' }).click()
  const done = page.getByRole('alertdialog', { name: 'Copy for rehearsal' })
  const saved = page.waitForEvent('download')
  await done.getByRole('button', { name: 'Download copy' }).click()
  const path = await (await saved).path()
  await done.getByRole('button', { name: 'Close' }).click()
  return path
}

async function openReport(page: Page) {
  const panel = await openDemoPanel(page)
  await panel.getByRole('button', { name: 'Rehearsal report' }).click()
  return page.getByRole('dialog', { name: 'Rehearsal report' })
}

/** The rule that deletes all of 4.* but the newest, from its preview to the last version. */
async function deleteByRule(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.getByRole('button', { name: 'Delete: 2' }).click()
  const asking = page.getByRole('dialog', { name: 'Delete 2 versions?' })
  await asking.getByRole('textbox').fill('2')
  await asking.getByRole('button', { name: 'Delete versions' }).click()
  await expect(page.getByText('Requested: 2 of 2')).toBeVisible()
}

async function rehearse(page: Page, portal: Portal, { url }: { url: string }): Promise<void> {
  await page.goto(`${url}/clean-up-versions?scope=${encodeURIComponent(definition(portal))}`)
  await page.getByRole('spinbutton', { name: 'Keep the newest versions of each definition' }).fill('1')
  await page.getByRole('spinbutton', { name: 'Keep versions younger than (days)' }).fill('')
  await page.getByRole('textbox', { name: 'Version number' }).fill('4.*')
  await page.getByRole('radio', { name: 'Delete' }).check()
  await deleteByRule(page)

  await page.goto(`${url}/encrypt-versions?definition=${encodeURIComponent(definition(portal))}`)
  await page.getByRole('checkbox', { name: 'ubuntu-web 3.0.0', exact: true }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Other ways to fill sets' }).click()
  await page.getByRole('menuitem', { name: 'Match by region…' }).click()
  await chooseIn(page.getByRole('combobox', { name: 'Set to match' }), 'WestUSDiskEncryptionSet1')
  await page.getByRole('button', { name: /^Fill \d+ sets?$/ }).click()
  await page.getByRole('button', { name: /^Create/ }).click()
  await expect(page).toHaveURL(/\/encrypt-versions\?id=/)
  await expect(page.getByText('Deployments started: 1 of 1')).toBeVisible()
}

test('what was rehearsed on a copy is read in a report, and carried out on the estate from its drafts', async ({
  page,
  portal,
  demo,
  anotherBrowser,
}) => {
  test.slow()
  prepareEstate(portal)
  await signIn(page, portal, 'Ada', '/estate')
  const copy = await takeCopy(page)

  const other = await anotherBrowser()
  await signIn(other, demo, 'Rita')
  await openDemoPanel(other)
  await other
    .getByLabel('Open file')
    .setInputFiles({ name: 'contoso.ndjson', mimeType: 'application/json', buffer: await readFile(copy) })
  await other.getByRole('alertdialog').getByRole('button', { name: 'Open' }).click()
  await expect(other.getByRole('button', { name: /^Account of Ada Rossi/ })).toBeVisible()

  const report = await openReport(other)
  await expect(report.getByText('Nothing has been done yet.')).toBeVisible()
  await chooseIn(report.getByRole('combobox', { name: 'Key' }), 'kv-contoso-wus/images-key-1')
  await report.getByRole('button', { name: 'Disable key' }).click()
  await expect(report.getByText('Virtual machines that will stop within an hour: 1')).toBeVisible()
  await report.getByRole('button', { name: 'Let an hour pass' }).click()
  await expect(report.getByText('Virtual machines that stopped because of a key: 1')).toBeVisible()
  await expect(report.getByText('Virtual machine stopped: web-under-key')).toBeVisible()
  await expectAxeClean(other, 'report of a rehearsal')
  await expectNoSideways(other, 'report of a rehearsal')
  await report.getByRole('button', { name: 'Enable key' }).click()
  await expect(report.getByText('Virtual machine started: web-under-key')).toBeVisible()

  await rehearse(other, portal, demo)
  const whole = await openReport(other)
  await expect(whole.getByText('Cleanup by a rule: Old versions')).toBeVisible()
  await expect(whole.getByText('Versions to encrypt: 1')).toBeVisible()
  await whole.getByRole('button', { name: 'Let an hour pass' }).click()
  await expect(whole.getByText(/Image versions created: 1 · Image versions deleted: 2/)).toBeVisible()
  const saved = other.waitForEvent('download')
  await whole.getByRole('button', { name: 'Save report' }).click()
  const buffer = await readFile(await (await saved).path())
  const { acts } = JSON.parse(String(buffer)) as { acts: { done: string; ids: string[] }[] }
  const rehearsed = acts.flatMap(({ done, ids }) => (done === 'Delete' ? ids : [])).filter((id) => /\/4\./.test(id))
  await other.context().close()

  const file = { name: 'report.json', mimeType: 'application/json', buffer }
  await selectMore(page, 'Open rehearsal report')
  const opened = page.getByRole('dialog', { name: 'Rehearsal report' })
  const choose = opened.getByLabel('Choose report')
  await choose.setInputFiles({ ...file, buffer: Buffer.from('{"version": 1}') })
  await expect(opened.getByText('This file isn’t a rehearsal report.')).toBeVisible()
  await choose.setInputFiles(file)
  await expectAxeClean(page, 'report of a rehearsal on the estate')
  await opened.getByRole('button', { name: 'Open as draft: Versions to encrypt: 1' }).click()
  await expect(new Wizard(page, '').cell('West US', 'OS disk')).toContainText('WestUSDiskEncryptionSet1')

  await page.goto(`${portal.url}/estate`)
  await selectMore(page, 'Open rehearsal report')
  await choose.setInputFiles(file)
  const before = await versionsInArm(portal)
  await opened.getByRole('button', { name: 'Open as draft: Cleanup by a rule: Old versions' }).click()
  await expect(page.getByRole('textbox', { name: 'Version number' })).toHaveValue('4.*')
  await expect(page.getByRole('radio', { name: 'Delete' })).toBeChecked()
  expect(await versionsInArm(portal)).toEqual(before)
  await deleteByRule(page)
  portal.clock.advance(3_600_000)
  const after = await versionsInArm(portal)
  expect(before.filter((id) => !after.includes(id)).sort()).toEqual(rehearsed.sort())
  expect(rehearsed).toHaveLength(2)
})
