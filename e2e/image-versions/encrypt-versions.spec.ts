import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, productionSubscriptionId, signIn, test, type Portal } from '../support/portal.ts'
import { storedRegionsOf } from '../support/stored-regions.ts'
import { chooseIn, Wizard } from '../support/wizard.ts'

const hour = 3_600_000
// Each step is dozens of Azure's answers, which a busy machine needs time for.
const soon = { timeout: 60_000 }

const idOf = (portal: Portal, name: string) => {
  const [definition, version] = name.split(' ')
  return `${compute(portal)}/galleries/contosoGallery/images/${definition}/versions/${version}`
}

/** A version like one that is there, in these regions under platform-managed keys. */
function addPlainVersion(portal: Portal, name: string, { like, regions }: { like: string; regions: string[] }): void {
  const { store } = portal.azure.world
  const found = store.get(idOf(portal, like))
  if (found === undefined) throw new Error(`Contoso has lost ${like}`)
  const targetRegions = regions.map((region) => ({
    name: region,
    regionalReplicaCount: 1,
    storageAccountType: 'Standard_LRS',
  }))
  const publishing = found.properties['publishingProfile']
  const publishingProfile = { ...(isRecord(publishing) && publishing), targetRegions, excludeFromLatest: false }
  const id = idOf(portal, name)
  const properties = { ...found.properties, publishingProfile }
  store.put({ ...found, id, name: id.split('/').at(-1) ?? '', properties })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

const fiveRegions = ['West US', 'East US 2', 'West Europe', 'North Europe', 'UK South']
const webNames = Array.from({ length: 10 }, (_, minor) => `ubuntu-web 3.${minor}.0`)

/** Eleven versions that can be encrypted; Contoso has one in a shared gallery that can't. */
function addEstate(portal: Portal): void {
  for (const name of webNames) addPlainVersion(portal, name, { like: 'ubuntu-web 1.0.0', regions: fiveRegions })
  addPlainVersion(portal, 'windows-sql 2025.1.0', {
    like: 'windows-sql 2024.11.1',
    regions: ['West US', 'West Europe'],
  })
  // Replication to one region fails, for that definition alone.
  portal.azure.world.replicationFailures = [
    {
      id: `${compute(portal)}/galleries/contosoGallery/images/windows-sql`,
      region: 'westeurope',
      detail: 'Failed with internal server error.',
    },
  ]
  const ben = portal.azure.world.users.find(({ displayName }) => displayName.startsWith('Ben'))
  const scope = `/subscriptions/${productionSubscriptionId(portal)}`
  portal.azure.world.roleAssignments.push({ principalId: ben?.id ?? '', role: 'Contributor', scope })
}

const rowOf = (page: Page, name: string) =>
  page.getByRole('table', { name: 'Versions', exact: true }).getByRole('row').filter({ hasText: name })

async function chooseVersions(page: Page): Promise<void> {
  for (const name of [...webNames, 'windows-sql 2025.1.0', 'ubuntu-community 1.0.0'])
    await page.getByRole('checkbox', { name, exact: true }).check()
  await expect(page.getByText(/^Selected: 12 of/)).toBeVisible()
  await expectAxeClean(page, 'choice of versions')
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** A profile of West US as a file: one set for the OS disk, another one for LUN 0. */
function aProfile(portal: Portal): { name: string; mimeType: string; buffer: Buffer } {
  const set = (name: string) => `${compute(portal)}/diskEncryptionSets/${name}`
  const encryption = {
    osDiskImage: set('WestUSDiskEncryptionSet1'),
    dataDiskImages: [{ lun: 0, diskEncryptionSetId: set('WestUSDiskEncryptionSet2') }],
    secureVMDiskEncryptionSetId: '',
  }
  const profile = { name: 'Production', regions: [{ name: 'westus', encryption }] }
  const text = JSON.stringify({ $schema: '', version: 1, profile })
  return { name: 'profile.json', mimeType: 'application/json', buffer: Buffer.from(text) }
}

/** Two cells from a profile, of which one is then another choice for a moment, and the others by name. */
async function fillMatrix(page: Page, portal: Portal): Promise<void> {
  const wizard = new Wizard(page, '')
  await page.getByRole('button', { name: 'Other ways to fill sets' }).click()
  await page.getByRole('menuitem', { name: 'Apply profile…' }).click()
  const applying = page.getByRole('dialog')
  await applying.getByLabel('Choose file…').setInputFiles(aProfile(portal))
  await expect(applying.getByRole('listitem')).toHaveText(['Sets to apply: 2', 'Not in the profile: 18 disks'])
  await applying.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(wizard.cell('West US', 'LUN 0')).toContainText('WestUSDiskEncryptionSet2')
  await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet3')
  await expect(wizard.cell('West US', 'LUN 0')).toContainText('Differs from profile Production')
  await expect(wizard.cell('West US', 'OS disk')).not.toContainText('Differs')
  await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet2')
  await expect(wizard.cell('West US', 'LUN 0')).not.toContainText('Differs')

  await page.getByRole('button', { name: 'Other ways to fill sets' }).click()
  await page.getByRole('menuitem', { name: 'Match by region…' }).click()
  await chooseIn(page.getByRole('combobox', { name: 'Set to match' }), 'WestUSDiskEncryptionSet1')
  await page.getByRole('button', { name: 'Fill 13 sets' }).click()
  // A disk that only one of the versions has, in its two regions.
  await wizard.set('West US', 'LUN 2', 'WestUSDiskEncryptionSet1')
  await wizard.set('West Europe', 'LUN 2', 'WestEuropeDiskEncryptionSet1')
  await expect(page.getByText('3 to do').first()).toBeVisible()
}

test('twelve versions are encrypted: one can’t be, one region is repaired, and another person finishes it', async ({
  page,
  portal,
  anotherBrowser,
}) => {
  test.slow()
  addEstate(portal)
  const subscription = productionSubscriptionId(portal)
  await signIn(page, portal, 'Ada', `/encrypt-versions?${new URLSearchParams({ subscription })}`)
  await chooseVersions(page)

  // What can't be encrypted says why; the rest has its new number and its source.
  const ways = page.getByRole('table', { name: 'How each version is created' })
  await expect(ways.getByRole('row').filter({ hasText: 'ubuntu-community 1.0.0' })).toContainText(
    'Can’t be encrypted: Its gallery is shared',
  )
  await expect(ways.getByRole('row').filter({ hasText: 'windows-sql 2025.1.0' })).toContainText('2025.1.1')
  await page.getByRole('button', { name: 'Create 11 versions' }).click()
  await expect(page.getByText(/^Fix \d+ problems to continue$/)).toBeVisible()
  await fillMatrix(page, portal)
  await expect(page.getByText(/^Versions: 11 · Replicas: 52 · /)).toBeVisible()
  // At the end, the buttons that stay in view cover no link.
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  await expectAxeClean(page, 'plan of a campaign')
  await expectNoSideways(page, 'plan of a campaign')

  // The tab closes after the first deployment was started.
  let started = 0
  await page.route('**/api/campaign-batches', async (route) => {
    started += 1
    if (started === 1) await route.continue()
    else await route.abort()
  })
  await page.getByRole('button', { name: 'Create 11 versions' }).click()
  await expect(page.getByRole('heading', { name: /^Encryption run of /, level: 1 })).toBeVisible()
  await expect(page.getByText(/^Deployments started: 1 of 3/)).toBeVisible()
  const address = page.url()
  await page.close()

  // Somebody else sees all of it, and starts what is left.
  const other = await anotherBrowser()
  await signIn(other, portal, 'Ben', new URL(address).pathname + new URL(address).search)
  await expect(other.getByText('Deployments started: 1 of 3', { exact: true })).toBeVisible(soon)
  await expect(rowOf(other, 'ubuntu-web 3.9.1')).toContainText('Not started', soon)
  // What somebody else started is shown, and nothing is sent before it's confirmed.
  await other.getByRole('button', { name: 'Start remaining deployments' }).click()
  const asking = other.getByRole('dialog', { name: 'Continue this run?' })
  await expect(asking).toContainText('ada@contoso.example')
  await expect(asking).toContainText('myResourceGroup')
  await expect(asking.getByRole('list', { name: 'Disk encryption sets' })).toContainText(
    /WestUSDiskEncryptionSet1Key vault: kv-[\w-]+ · Key: \w/,
  )
  await expectAxeClean(other, 'question before a run is continued')
  await asking.getByRole('button', { name: 'Cancel' }).click()
  await expect(other.getByText('Deployments started: 1 of 3', { exact: true })).toBeVisible()
  await other.getByRole('button', { name: 'Start remaining deployments' }).click()
  await asking.getByRole('button', { name: 'Continue' }).click()
  await expect(other.getByText('Deployments started: 3 of 3', { exact: true })).toBeVisible(soon)

  // In progress, it is one operation, whatever the number of its deployments and versions.
  await other.getByRole('button', { name: '1 in progress' }).click(soon)
  const inProgress = other.getByRole('list', { name: 'In progress in Azure' }).getByRole('listitem')
  await expect(inProgress).toHaveCount(1)
  await expect(inProgress).toContainText(/Run [0-9a-f]{8}/)
  await expect(inProgress).toContainText('Versions created: 0 of 11')
  await other.keyboard.press('Escape')
  portal.clock.advance(hour)
  await expect(rowOf(other, 'ubuntu-web 3.0.1')).toContainText('Encrypted as requested', soon)
  await expect(rowOf(other, 'ubuntu-web 3.9.1')).toContainText('Encrypted as requested', soon)
  await expect(rowOf(other, 'windows-sql 2025.1.1')).toContainText('Replication failed', soon)
  await expect(rowOf(other, 'windows-sql 2025.1.1')).toContainText('Regions: West Europe', soon)
  await expectAxeClean(other, 'campaign with a failed region', 'main')

  // Only what is proven is replaced.
  await other.getByRole('button', { name: 'Replace 10 versions' }).click()
  await expect(other.getByRole('dialog').getByRole('listitem')).toHaveText(
    webNames.map((name) => `contosoGallery / ${name}`),
  )
  await other.getByRole('dialog').getByRole('button', { name: 'Replace' }).click()
  await expect(other.getByText('Waiting for Azure: 10')).toBeVisible(soon)
  portal.clock.advance(hour)
  await expect(rowOf(other, 'ubuntu-web 3.0.1')).toContainText('Old version excluded from latest', soon)
  await expect(rowOf(other, 'ubuntu-web 3.9.1')).toContainText('Old version excluded from latest', soon)
  expect(isExcluded(portal, 'windows-sql 2025.1.0')).toBe(false)

  // The failed region is repaired, and then the last one is replaced, too.
  portal.azure.world.replicationFailures = []
  await other.getByRole('button', { name: 'Repair region: windows-sql 2025.1.1' }).click()
  const repair = other.getByRole('dialog', { name: /^Remove and add again/ })
  await repair.getByText('Request, based on the current version').first().click()
  await expect(repair.getByRole('region', { name: 'Step 1 request' })).toContainText('windows-sql')
  await repair.getByRole('button', { name: 'Remove and add again' }).click()
  await expect(rowOf(other, 'windows-sql 2025.1.1')).toContainText('Replicating', soon)
  portal.clock.advance(hour)
  await expect(rowOf(other, 'windows-sql 2025.1.1')).toContainText('Encrypted as requested', soon)
  await other.getByRole('button', { name: 'Replace 1 version' }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Replace' }).click()
  await expect(other.getByText('Waiting for Azure: 1', { exact: true })).toBeVisible(soon)
  portal.clock.advance(hour)
  await expect(rowOf(other, 'windows-sql 2025.1.1')).toContainText('Old version excluded from latest', soon)

  for (const name of [...webNames, 'windows-sql 2025.1.0']) expect(isExcluded(portal, name), name).toBe(true)
  const successors = webNames.map((name) => name.replace(/0$/, '1'))
  for (const name of successors) {
    expect(isExcluded(portal, name), name).toBe(false)
    const regions = storedRegionsOf(portal, idOf(portal, name))
    expect(regions).toHaveLength(5)
    for (const [, encryption] of regions) expect(encryption).toMatch(/DiskEncryptionSet1.*DiskEncryptionSet2/)
  }
})

function isExcluded(portal: Portal, name: string): boolean {
  const publishing = portal.azure.world.store.get(idOf(portal, name))?.properties['publishingProfile']
  return isRecord(publishing) && publishing['excludeFromLatest'] === true
}

/** Ben states in a group, with what Azure's own clients have, that a version is to be created again. */
function stateAsBen(portal: Portal, group: string, setGroup = 'myResourceGroup'): string {
  const place = compute(portal).replace('/myResourceGroup/', `/${setGroup}/`)
  const set = (name: string) => `${place}/diskEncryptionSets/${name}`
  const dataDiskImages = [{ lun: 0, diskEncryptionSetId: set('WestUSDiskEncryptionSet2') }]
  const ownSet = `${compute(portal)}/diskEncryptionSets/WestUSDiskEncryptionSet1`
  const campaign = {
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    regions: [{ name: 'westus', osDiskImage: ownSet, dataDiskImages }],
    items: [
      {
        predecessorId: idOf(portal, 'ubuntu-web 3.0.0'),
        name: '3.0.1',
        source: 'OriginalSource',
        regions: ['westus'],
        luns: [0],
      },
    ],
  }
  const digest = createHash('sha256').update(JSON.stringify(campaign)).digest('hex').slice(0, 16)
  const groupId = `/subscriptions/${productionSubscriptionId(portal)}/resourceGroups/${group}`
  const name = `encrypt-versions-${digest}`
  const id = `${groupId}/providers/Microsoft.Resources/deployments/${name}`
  const ben = portal.azure.world.users.find(({ displayName }) => displayName.startsWith('Ben'))
  const at = portal.clock.now()
  const { store } = portal.azure.world
  store.put({
    id: groupId,
    name: group,
    type: 'Microsoft.Resources/resourceGroups',
    location: 'westus',
    properties: {},
  })
  store.put({
    id,
    name,
    type: 'Microsoft.Resources/deployments',
    location: '',
    properties: { parameters: { campaign: { type: 'Object', value: campaign } } },
    deployment: {
      template: {},
      values: {},
      caller: { objectId: ben?.id ?? '', name: 'ben@contoso.example' },
      apiVersion: '2024-11-01',
      correlationId: 'c0ffee00-1111-4222-8333-444455556666',
      startedAt: at,
      endedAt: at,
      steps: [],
    },
  })
  return id
}

const pageOf = (id: string) => `/encryption-campaign?${new URLSearchParams({ id })}`

test('a run that someone else wrote is refused outside its group, and asks before it’s continued inside it', async ({
  page,
  portal,
}) => {
  test.slow()
  addPlainVersion(portal, 'ubuntu-web 3.0.0', { like: 'ubuntu-web 1.0.0', regions: ['West US'] })
  await signIn(page, portal, 'Ada', pageOf(stateAsBen(portal, 'bens-own')))
  await expect(page.getByText('This can’t be continued')).toBeVisible()
  const groups = 'Its resource group: bens-own. Resource group of its versions: myResourceGroup.'
  await expect(page.getByText(groups)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Start remaining deployments' })).toHaveCount(0)
  await expectAxeClean(page, 'refused run', 'main')

  // A set of a genuine name in another resource group is the first one, and what it encrypts is next to it.
  await page.goto(`${portal.url}${pageOf(stateAsBen(portal, 'myResourceGroup', 'noorResourceGroup'))}`)
  await page.getByRole('button', { name: 'Start remaining deployments' }).click()
  const question = page.getByRole('dialog', { name: 'Continue this run?' })
  await expect(question.getByRole('list', { name: 'Versions' })).toHaveText('contosoGallery / ubuntu-web 3.0.0 → 3.0.1')
  const asked = question.getByRole('list', { name: 'Disk encryption sets' }).getByRole('listitem')
  await expect(asked.first()).toContainText(/^WestUSDiskEncryptionSet2Another resource group: noorResourceGroup/)
  await expect(asked.first()).toContainText('West US: LUN 0')
  await expect(asked.last()).toContainText('West US: OS disk')
  await expectAxeClean(page, 'question about a set of another group')
  await question.getByRole('button', { name: 'Cancel' }).click()

  await page.goto(`${portal.url}${pageOf(stateAsBen(portal, 'myResourceGroup'))}`)
  const what = page.getByRole('region', { name: 'What this run does' })
  await expect(what).toContainText('ben@contoso.example')
  await expect(what).toContainText(/WestUSDiskEncryptionSet1Key vault: kv-[\w-]+ · Key: \w/)
  await page.getByRole('button', { name: 'Start remaining deployments' }).click()
  const asking = page.getByRole('dialog', { name: 'Continue this run?' })
  await expect(asking).toContainText('ben@contoso.example')
  expect(portal.azure.world.store.get(idOf(portal, 'ubuntu-web 3.0.1'))).toBeUndefined()
  await asking.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('Deployments started: 1 of 1', { exact: true })).toBeVisible(soon)
  portal.clock.advance(hour)
  await expect(rowOf(page, 'ubuntu-web 3.0.1')).toContainText('Encrypted as requested', soon)

  // Versions are deleted by name and number.
  await page.getByRole('radiogroup', { name: 'What to do with each old version' }).getByLabel('Delete').check()
  await page.getByRole('button', { name: 'Replace 1 version' }).click()
  const deleting = page.getByRole('dialog', { name: 'Replace and delete 1 version?' })
  await expect(deleting.getByRole('listitem')).toHaveText(['contosoGallery / ubuntu-web 3.0.0'])
  await deleting.getByRole('textbox').fill('2')
  await deleting.getByRole('button', { name: 'Replace and delete' }).click()
  await expect(deleting).toContainText('Type the number 1.')
  await expectAxeClean(page, 'deletion after a replacement')
  await deleting.getByRole('textbox').fill('1')
  await deleting.getByRole('button', { name: 'Replace and delete' }).click()
  await expect(page.getByText('Waiting for Azure: 1', { exact: true })).toBeVisible(soon)
  portal.clock.advance(hour)
  await expect(rowOf(page, 'ubuntu-web 3.0.1')).toContainText('Old version deleted', soon)
})
