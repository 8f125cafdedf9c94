import { selectMore } from '../../e2e/support/wizard.ts'
import { signInAsAda } from './create-version-walk.mjs'
import { english } from './labels.mjs'

/** The views of the estate, after the other walks have made a version and a machine. */
export async function walkEstate({ page, url, azure, take }) {
  const { subscriptionId } = azure.world.subscriptions[0]
  const set = `/subscriptions/${subscriptionId}/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1`
  await page.goto(`${url}/estate`)
  await take(page, 'posture')
  await page.goto(`${url}/estate/disks`)
  await take(page, 'disks')
  await page.goto(`${url}/estate/report`)
  await take(page, 'encryption-report')
  await page.goto(`${url}/disk-encryption-sets/key-health`)
  await take(page, 'key-health')
  await page.goto(`${url}/disk-encryption-sets/key-impact?${new URLSearchParams({ set })}`)
  await take(page, 'key-impact')
}

/** A rule for old versions, and what has changed since a copy was taken. */
export async function walkChanges({ page, url, azure: { world }, take }) {
  const { store, subscriptions } = world
  const compute = `/subscriptions/${subscriptions[0].subscriptionId}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
  const gallery = `${compute}/galleries/contosoGallery`
  const current = store.get(`${gallery}/images/ubuntu-web/versions/1.1.0`)
  const version = (/** @type {string} */ name) => ({ ...current, id: current.id.replace('1.1.0', name), name })
  for (const minor of [2, 3, 4, 5]) store.put(version(`1.${minor}.0`))
  await signInAsAda(page, `${url}/clean-up-versions?${new URLSearchParams({ scope: gallery })}`)
  await page.getByRole('heading', { level: 1, name: english.cleanUp.title }).waitFor()
  await take(page, 'clean-up-preview', {
    open: async ({ cleanUp: { rule, preview, actions } }) => {
      await page.getByRole('spinbutton', { name: rule.keepNewest }).fill('2')
      await page.getByRole('radio', { name: actions.delete, exact: true }).check()
      await page.getByRole('button', { name: rule.preview, exact: true }).click()
      await page.getByRole('table', { name: preview.title }).waitFor()
    },
  })
  const buffer = await copyOf(page, url)
  store.remove(version('1.2.0').id)
  store.put(version('2.0.0'))
  store.put({ ...version('1.3.0'), tags: { ...current.tags, keep: 'until 2027' } })
  await take(page, 'compare-with-today', {
    open: async ({ comparison, shell }) => {
      await selectMore(page, comparison.title, shell.moreActions)
      const file = { name: 'azure-copy.ndjson', mimeType: 'application/x-ndjson', buffer }
      await page.getByLabel(`${comparison.file}: ${comparison.choose}`).setInputFiles(file)
      await page.getByRole('button', { name: comparison.start, exact: true }).click()
      await page.getByRole('table').waitFor()
    },
  })
}

async function copyOf(page, /** @type {string} */ url) {
  const { copy } = english
  await page.goto(`${url}/estate`)
  await selectMore(page, copy.title)
  await page.getByRole('button', { name: copy.start, exact: true }).click()
  await page.getByText(copy.done, { exact: true }).waitFor()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: copy.download }).click()
  const parts = []
  for await (const part of await (await saved).createReadStream()) parts.push(part)
  return Buffer.concat(parts)
}
