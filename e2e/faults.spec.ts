import { expect, signIn, test, versionPuts, type Portal } from './portal.ts'
import type { Wizard } from './wizard.ts'
import type { Page } from '@playwright/test'

const versionPut = { method: 'PUT', path: /\/versions\/6\.0\.0$/i }

/** The review of an encrypted version, with nothing left to do but to create it. */
async function readyToCreate(page: Page, portal: Portal, wizard: Wizard): Promise<void> {
  await signIn(page, portal, 'Ada')
  await wizard.openFrom('contosoGallery', 'ubuntu-web')
  await wizard.version('6.0.0')
  await wizard.managedImage('myImage')
  await wizard.goTo('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet2')
  await wizard.review()
  await expect(page.getByText('Validation passed')).toBeVisible()
}

/** One version was made, with the sets that were chosen before the fault. */
function expectMadeOnce(portal: Portal): void {
  const accepted = portal.azure.requests.filter((request) => request.method === 'PUT' && request.status === 201)
  expect(accepted).toHaveLength(1)
  expect(versionPuts(portal).at(-1)).toMatchObject({
    properties: { publishingProfile: { targetRegions: [{ encryption: { osDiskImage: {} } }] } },
  })
}

for (const [id, seconds] of [
  ['F09', 7],
  ['F10', 3600],
] as const) {
  test(`${id}: Azure wants a pause of ${seconds} s: it is shown, the draft stays, and one click goes on`, async ({
    page,
    portal,
    wizard,
  }) => {
    await readyToCreate(page, portal, wizard)
    portal.azure.faults.answer(versionPut, {
      status: 429,
      body: { error: { code: 'TooManyRequests', message: 'Slow down.' } },
      headers: { 'retry-after': String(seconds) },
    })
    await wizard.create()
    await expect(page.getByText('Azure takes no more requests for now', { exact: true })).toBeVisible()
    await expect(page.getByText(/^(Not before|You can try again now)/)).toBeVisible()
    expect(versionPuts(portal)).toEqual([])
    await wizard.goTo('Basics')
    await expect(wizard.field('Version number')).toHaveValue('6.0.0')
    await wizard.review()
    await wizard.create()
    await expect(page.getByRole('heading', { name: '6.0.0' })).toBeVisible()
    expectMadeOnce(portal)
  })
}
