import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, signIn, test, type Portal } from '../support/portal.ts'

/** Copies of myImage and of the first set of West US, with the same names, in the group of a colleague. */
function addNoorsResources({ azure }: Portal): void {
  const { store } = azure.world
  const group = store.list('').find(({ id }) => id.endsWith('/resourceGroups/myResourceGroup'))
  if (group === undefined) throw new Error('The Contoso world has no myResourceGroup')
  const name = 'noorResourceGroup'
  store.put({ ...group, id: group.id.replace('myResourceGroup', name), name })
  for (const name of ['myImage', 'WestUSDiskEncryptionSet1']) {
    const resource = store.list('').find((one) => one.name === name && one.id.includes('/myResourceGroup/'))
    if (resource === undefined) throw new Error(`The Contoso world has no ${name}`)
    store.put({ ...resource, id: noors(resource.id) })
  }
}

const noors = (id: string) => id.replace('/myResourceGroup/', '/noorResourceGroup/')

/** The link, with the source and the first set of West US from the group of a colleague. */
function tampered(link: string): string {
  const [address, code = ''] = link.split('#plan=')
  const text = inflateRawSync(Buffer.from(code, 'base64url')).toString()
  const changed = text.replace(/"[^"]*\/(images\/myImage|diskEncryptionSets\/WestUSDiskEncryptionSet1)"/g, noors)
  return `${address}#plan=${deflateRawSync(changed).toString('base64url')}`
}

const start = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true })

async function copiedLink(page: Page, portal: Portal): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const definition = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
  await signIn(page, portal, 'Ada', `/create-image-version?${new URLSearchParams({ definition, start: 'code' })}`)
  await page.getByRole('button', { name: 'Azure CLI' }).click()
  await start(page).click()
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Copy link' }).click()
  await expect(page.getByText('Link copied.')).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
}

test('S79: a link whose source and set are of another resource group than the gallery says so up to the creation, and no other link does', async ({
  page,
  portal,
  wizard,
}) => {
  test.slow()
  addNoorsResources(portal)
  const link = await copiedLink(page, portal)
  const held = Promise.withResolvers<void>()
  await page.route('**/api/image-definitions?*', async (route) => {
    await held.promise
    await route.continue()
  })
  await page.goto(link)
  await page.reload()
  // Until the definition that the link names is found, a press would ask for the field that is about to be filled.
  await expect(start(page)).toBeDisabled()
  held.resolve()
  await start(page).click()
  await page.getByRole('button', { name: 'Replace draft' }).click()
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeEnabled()
  await expect(page.getByText('This configuration came from a link')).toHaveCount(0)
  await expect(page.getByRole('main')).not.toContainText('ResourceGroup)')

  const [image, set] = ['myImage (noorResourceGroup)', 'WestUSDiskEncryptionSet1 (noorResourceGroup)']

  await page.goto(tampered(link))
  await page.reload()
  const summary = page.getByRole('dialog').getByRole('region', { name: 'Summary' })
  await expect(summary).toContainText(image)
  await expect(summary).toContainText(`OS disk: ${set} · LUN 0: WestUSDiskEncryptionSet2`)
  await start(page).click()
  await page.getByRole('button', { name: 'Replace draft' }).click()

  await wizard.goTo('Encryption')
  await expect(wizard.cell('West US', 'OS disk')).toContainText(set)
  await page.getByRole('button', { name: 'Other ways to fill sets' }).click()
  await page.getByRole('menuitem', { name: 'Match by region…' }).click()
  await page.getByRole('combobox', { name: 'Set to match' }).click()
  await expect(page.getByRole('option', { name: /^WestUSDiskEncryptionSet1/ })).toHaveText([
    'WestUSDiskEncryptionSet1',
    set,
  ])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Cancel' }).click()

  await wizard.review()
  const warning = page.getByRole('group', { name: '1 warning' })
  await expect(warning).toContainText('This configuration came from a link')
  await expect(warning.getByRole('listitem')).toHaveText([image, `${set}: kv-contoso-wus / images-key-1`])
  const sets = page.getByRole('table', { name: 'Sets by region' })
  await expect(sets.getByRole('row', { name: /West US.*OS disk/ })).toContainText(set)
  await expectAxeClean(page, 'a review with foreign resources')
  // It is kept with the draft.
  await page.reload()
  await expect(warning).toBeVisible()
  await page.setViewportSize({ width: 400, height: 800 })
  await expectNoSideways(page, 'a review with foreign resources')
  await page.setViewportSize({ width: 1280, height: 900 })
  await wizard.create()
  const replication = page.getByRole('table', { name: 'Replication' })
  await expect(replication).toContainText(set)
  await expect(page.getByRole('main')).toContainText(image)
})
