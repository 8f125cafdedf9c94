import { openSubscription, selectMore, Wizard } from '../../e2e/support/wizard.ts'
import { english } from './labels.mjs'

const named = (name) => ({ name, exact: true })

/** Signs in at the address as Ada, who has all permissions. */
export async function signInAsAda(page, address) {
  await page.goto(address)
  await page.getByRole('main').getByRole('button', named(english.auth.signIn)).click()
  await page.getByRole('button', { name: /^Ada\b/ }).click()
}

/** From signing in to a version that has replicated, its update, and the lists. */
export async function walkVersion({ page, url, clock, take }) {
  const wizard = new Wizard(page, url)
  await page.goto(url)
  await take(page, 'landing')
  await signInAsAda(page, url)
  await page.getByRole('link', named('ubuntu-web')).waitFor()
  await take(page, 'home')
  await takeSearch(page, take)
  await page.goto(`${url}/galleries`)
  await openSubscription(page, 'Contoso Production')
  await page.getByRole('link', named('contosoGallery')).waitFor()
  await take(page, 'galleries')
  await page.getByRole('link', named('contosoGallery')).click()
  await page.getByRole('link', named('ubuntu-web')).waitFor()
  await take(page, 'gallery')
  await page.getByRole('link', named('ubuntu-web')).click()
  const createVersion = page.getByRole('link', { name: english.browse.ofDefinition.createVersion }).first()
  await createVersion.waitFor()
  await take(page, 'image-definition')

  await createVersion.click()
  await wizard.startEmpty()
  await walkTabs(page, wizard, take)
  await wizard.create()
  await page.getByRole('heading', { name: '2.0.0' }).waitFor()
  clock.advance(300_000)
  await take(page, 'replication')
  clock.advance(600_000)
  await take(page, 'replicated')
  await walkUpdate({ page, wizard, clock, take })
  await walkLists(page, take)
  await walkRecycleBin({ page, url, take })

  await page.goto(`${url}/demo/set-not-granted`)
  const next = page.getByRole('button', named(english.demo.scenario.next))
  const begin = page.getByRole('button', named(english.demo.begin.confirm))
  await next.or(begin).waitFor()
  if (await begin.isVisible()) await begin.click()
  await next.waitFor()
  await take(page, 'scenario-step')
  // Its steps would be above the pages of all pictures after it.
  await page.getByRole('button', named(english.demo.scenario.close)).click()
}

/** What the search finds for a word. */
async function takeSearch(page, take) {
  await take(page, 'search', {
    open: async ({ search }) => {
      await page.getByRole('button', { name: search.button }).click()
      await page.getByRole('combobox', { name: search.button }).fill('web')
      await page
        .getByRole('option', { name: /1[.]1[.]0/ })
        .first()
        .waitFor()
    },
  })
}

/** Each tab of the wizard, filled in. */
async function walkTabs(page, wizard, take) {
  const { tabs, replication, encryption, review } = english.wizard
  await wizard.version('2.0.0')
  await wizard.managedImage('myImage')
  await take(page, 'basics-tab')
  await wizard.goTo(tabs.replication)
  await wizard.addRegion('East US 2')
  await wizard.region('West US').getByRole('spinbutton', { name: replication.replicaCount }).fill('2')
  await take(page, 'replication-tab')
  await wizard.goTo(tabs.encryption)
  await wizard.encryption(encryption.types.EncryptionAtRestWithCustomerKey)
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet2')
  await wizard.set('East US 2', 'OS disk', 'EastUS2DiskEncryptionSet1')
  await take(page, 'encryption-tab-unfinished')
  await wizard.set('East US 2', 'LUN 0', 'EastUS2DiskEncryptionSet2')
  await take(page, 'encryption-tab')
  // The pane stays open over a reload.
  await page.getByRole('button', named(english.code.show)).click()
  await take(page, 'show-code')
  await page.getByRole('button', named(english.code.hide)).first().click()
  await wizard.goTo(tabs.tags)
  await take(page, 'tags-tab')
  await wizard.review()
  await page.getByText(review.passed).waitFor()
  await take(page, 'review-tab')
}

/** From the page of an encrypted version to its update, and back while Azure rolls it out. */
async function walkUpdate({ page, wizard, clock, take }) {
  await selectMore(page, english.versionPage.updateReplication)
  for (const region of ['West Europe', 'North Europe']) {
    await wizard.addRegion(region, english.update.added.add)
    const prefix = region.replace(' ', '')
    await wizard.set(region, 'OS disk', `${prefix}DiskEncryptionSet1`)
    await wizard.set(region, 'LUN 0', `${prefix}DiskEncryptionSet2`)
  }
  await page.getByRole('radio', { name: english.rollout.inBatches }).check()
  await take(page, 'update-a-version')
  await page.getByRole('button', { name: english.update.footer.start }).click()
  await page.getByRole('row', { name: english.versionPage.work.add('North Europe') }).waitFor()
  clock.advance(300_000)
  await take(page, 'version-with-a-rollout')
  clock.advance(3_600_000)
}

/** The lists, and the dialog that deletes a version. */
async function walkLists(page, take) {
  const { imageVersions, diskEncryptionSets } = english.shell.sections
  await page.getByRole('link', named(imageVersions)).click()
  await page.getByRole('link', named('ubuntu-web 2.0.0')).waitFor()
  await take(page, 'image-versions')
  await page.getByRole('link', named(diskEncryptionSets)).click()
  const sets = page.getByRole('link', { name: /DiskEncryptionSet/ })
  await sets.first().waitFor()
  await take(page, 'disk-encryption-sets')
  await page.getByRole('link', named(imageVersions)).click()
  await page.getByRole('link', named('ubuntu-web 2.0.0')).click()
  await take(page, 'delete-image-version', {
    open: async ({ change, deletion, shell }) => {
      await selectMore(page, deletion.delete, shell.moreActions)
      await page.getByRole('textbox', { name: change.typeName('2.0.0') }).waitFor()
    },
  })
}

/** The deleted versions of an image definition. */
async function walkRecycleBin({ page, url, take }) {
  await page.goto(`${url}/galleries`)
  await openSubscription(page, 'Contoso Production')
  await page.getByRole('link', named('recoverableGallery')).click()
  await page.getByRole('link', named('ubuntu-recoverable')).click()
  await page.getByRole('table', { name: english.recycleBin.bin.title }).waitFor()
  await take(page, 'recycle-bin')
}
