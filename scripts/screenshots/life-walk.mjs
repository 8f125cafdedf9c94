import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blankTargetRegion } from '@portal/image-version'
import { chooseIn, selectMore, Wizard } from '../../e2e/support/wizard.ts'
import { wide } from './camera.mjs'
import { signInAsAda } from './create-version-walk.mjs'
import { english } from './labels.mjs'

const named = (/** @type {string} */ name) => ({ name, exact: true })
const hour = 3_600_000

/** The life of an image: a promotion, a profile, a campaign and a revocation. */
export async function walkLife({ page, url, azure, clock, take }) {
  const { subscriptionId } = azure.world.subscriptions[0]
  const compute = `/subscriptions/${subscriptionId}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
  const definition = `${compute}/galleries/contosoGallery/images/ubuntu-web`
  const versionPage = (/** @type {string} */ name) =>
    `${url}/image-version?${new URLSearchParams({ id: `${definition}/versions/${name}` })}`
  storeCandidate(azure.world.store, definition)
  await signInAsAda(page, versionPage('2.0.0'))
  await page.getByRole('button', named(english.latest.promote)).waitFor()
  await take(page, 'promote', {
    open: async ({ latest }) => {
      await page.getByRole('button', named(latest.promote)).click()
      await page.getByText(latest.code).waitFor()
    },
  })
  await takeProfile({ page, url, take, compute })
  await takeCampaign({ page, url, clock, take, subscriptionId })
  await page.goto(versionPage('1.0.0'))
  await revoke(page)
  clock.advance(hour)
  await take(page, 'revoked-version', { clip: { x: 0, y: 0, width: wide.width, height: 600 } })
}

/** Version 2.0.0, like 1.1.0 and excluded from latest. */
function storeCandidate(store, /** @type {string} */ definition) {
  const current = store.get(`${definition}/versions/1.1.0`)
  const id = `${definition}/versions/2.0.0`
  const publishingProfile = { ...current.properties.publishingProfile, excludeFromLatest: true }
  store.put({ ...current, id, name: '2.0.0', properties: { ...current.properties, publishingProfile } })
}

/** A profile of two regions, before it is applied to a version with one more. */
async function takeProfile({ page, url, take, compute }) {
  const wizard = new Wizard(page, url)
  const { tabs, encryption } = english.wizard
  await page.goto(`${url}/galleries`)
  await wizard.openFrom('contosoGallery', 'ubuntu-web')
  await wizard.version('3.0.0')
  await wizard.managedImage('myImage')
  await wizard.goTo(tabs.replication)
  await wizard.addRegion('East US 2')
  await wizard.addRegion('West Europe')
  await wizard.goTo(tabs.encryption)
  await wizard.encryption(encryption.types.EncryptionAtRestWithCustomerKey)
  const file = join(tmpdir(), 'encryption-profile.json')
  const set = (/** @type {string} */ name) => `${compute}/diskEncryptionSets/${name}`
  const regions = ['WestUS', 'EastUS2', 'Former'].map((prefix, index) => ({
    name: ['westus', 'eastus2', 'westeurope'][index],
    encryption: {
      ...blankTargetRegion('').encryption,
      osDiskImage: set(`${prefix}DiskEncryptionSet1`),
      dataDiskImages: [{ lun: 0, diskEncryptionSetId: set(`${prefix}DiskEncryptionSet2`) }],
    },
  }))
  writeFileSync(file, JSON.stringify({ $schema: '', version: 1, profile: { name: 'Production', regions } }))
  await take(page, 'apply-profile', {
    open: async ({ profiles, wizard: texts }) => {
      await page.getByRole('button', named(texts.encryption.match.ways)).click()
      await page.getByRole('menuitem', named(profiles.apply)).click()
      await page.getByLabel(profiles.applying.choose).setInputFiles(file)
      await page.getByText(profiles.applying.chosen('Production')).waitFor()
    },
  })
}

/** The page of a campaign while Azure creates its versions. */
async function takeCampaign({ page, url, clock, take, subscriptionId }) {
  const { campaign: t, wizard } = english
  await page.goto(`${url}/encrypt-versions?${new URLSearchParams({ subscription: subscriptionId })}`)
  for (const name of ['ubuntu-web 1.0.0', 'windows-sql 2024.11.1'])
    await page.getByRole('checkbox', named(name)).check()
  await page.getByRole('button', named(t.choose.continue)).click()
  await page.getByRole('button', named(wizard.encryption.match.ways)).click()
  await page.getByRole('menuitem', named(wizard.encryption.match.open)).click()
  await chooseIn(page.getByRole('combobox', { name: wizard.encryption.match.pattern }), 'WestUSDiskEncryptionSet1')
  await page.getByRole('dialog').getByRole('button', { name: /^Fill/ }).click()
  // A disk that only one of the versions has.
  await new Wizard(page, url).set('West US', 'LUN 2', 'WestUSDiskEncryptionSet1')
  await page.getByRole('button', named(t.create(2))).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(`^${t.campaign.title}`) }).waitFor()
  await page.getByText(t.campaign.deployments('2', '2'), { exact: true }).waitFor()
  clock.advance(180_000)
  await take(page, 'encryption-campaign')
}

async function revoke(page) {
  const { form } = english.revocation
  await selectMore(page, english.revocation.open)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: form.reason }).fill('Vulnerable version of OpenSSL')
  await chooseIn(dialog.getByRole('combobox', { name: form.replacement }), '1.1.0')
  await dialog.getByRole('button', named(form.confirm)).click()
  await page.getByRole('button', named(english.revocation.undo)).waitFor()
}
