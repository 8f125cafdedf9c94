import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { encryptionProof, type EncryptionProof } from '@portal/code'
import { expectPrintable } from '../assistive/measures/print.ts'
import { prepareMeasures } from '../assistive/measures/seen.ts'
import { expectAxeClean } from '../support/axe-clean.ts'
import { compute, expect, signIn, test, type Portal } from '../support/portal.ts'
import { selectMore } from '../support/wizard.ts'

const versionId = (portal: Portal) => `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0`
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Encryption proof' })
const asFile = (text: string) => ({ name: 'any.json', mimeType: 'application/json', buffer: Buffer.from(text) })

/** As another client does: the set follows a new version of its key. */
function rotateKey({ azure }: Portal, setId: string, keyUrl: string): void {
  const set = azure.world.store.get(setId)
  if (set === undefined) throw new Error(`There is no ${setId}`)
  const rotated = Object.assign({}, set.properties['activeKey'], { keyUrl })
  azure.world.store.put({ ...set, properties: { ...set.properties, activeKey: rotated } })
}

async function downloaded(page: Page): Promise<{ proof: EncryptionProof; text: string }> {
  const download = page.waitForEvent('download')
  await dialogOf(page).getByRole('button', { name: 'Download proof' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('encryption-proof.json')
  const text = readFileSync(await file.path(), 'utf8')
  const json: unknown = JSON.parse(text)
  return { proof: encryptionProof.parse(json), text }
}

test('a proof is kept as a file and on paper, and checked after the key and a region have changed', async ({
  page,
  portal,
}) => {
  await prepareMeasures(page)
  await page.addInitScript(() => (window.print = () => document.body.setAttribute('data-printed', '')))
  await signIn(page, portal, 'Ada', `/image-version?id=${encodeURIComponent(versionId(portal))}`)
  await selectMore(page, 'Encryption proof…')
  const dialog = dialogOf(page)
  await expect(dialog.getByText('Not signed')).toBeVisible()
  await expect(dialog.getByRole('table', { name: 'Disks of the version' })).toBeVisible()
  await expectAxeClean(page, 'encryption proof')
  const { proof, text } = await downloaded(page)
  expect(proof.subject[0].name).toBe(versionId(portal))
  const [region] = proof.predicate.regions
  const { applied: set = '', key = '' } = region?.disks[0] ?? {}
  expect(set).toContain('/diskEncryptionSets/')

  const input = dialog.getByLabel('File of the proof')
  await input.setInputFiles(asFile(text))
  await expect(dialog.getByText('Everything in the proof is still so')).toBeVisible()
  await expect(dialog.getByText('Azure’s JSON of the version is the same.')).toBeVisible()
  rotateKey(portal, set, key.replace(/[^/]+$/, '0'.repeat(32)))
  const kept = { ...proof, predicate: { ...proof.predicate, regions: proof.predicate.regions.slice(1) } }
  await input.setInputFiles(asFile(JSON.stringify(kept)))
  await expect(dialog.getByText('1 change since then')).toBeVisible()
  await expect(dialog.getByText('Added since then')).toBeVisible()
  await expect(dialog.getByText(/The file contradicts its own digest/)).toBeVisible()
  await input.setInputFiles(asFile(text))
  await expect(dialog.getByText(/^Key version: \w+ → 0{32}$/).first()).toBeVisible()
  await expectAxeClean(page, 'checked proof')

  await input.setInputFiles(asFile(text.replace('/versions/1.1.0', '/versions/9.9.9')))
  await expect(dialog.getByText('Resource not found, or you don’t have permission to view it')).toBeVisible()
  await input.setInputFiles(asFile(text.replace('/ubuntu-web/', '/ubuntu\u202Eweb/')))
  await expect(dialog.getByText(/was changed or is damaged.*subject\.0\.name/)).toBeVisible()
  await input.setInputFiles(asFile('{"plan": 1}'))
  await expect(dialog.getByText(/isn’t an encryption proof/)).toBeVisible()

  await dialog.getByRole('button', { name: 'Print' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.locator('body[data-printed]')).toHaveCount(1)
  await page.emulateMedia({ media: 'print' })
  const paper = page.getByRole('article', { name: 'Encryption proof' })
  await expect(paper.getByText(proof.subject[0].digest.sha256)).toBeVisible()
  await expect(paper.getByText(/Not signed/)).toBeVisible()
  await expect(page.getByRole('tabpanel')).toBeHidden()
  await expectPrintable(page, 'proof')
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(page.getByRole('tabpanel')).toBeVisible()
})
