import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { chooseLanguage, code } from '../support/code-pane.ts'
import { compute, expect, follow, signIn, test, wizardPath } from '../support/portal.ts'
import { chooseIn } from '../support/wizard.ts'

/** The lines that the browser has marked for the focused field. */
function markedLines(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('code-field') ?? [])]
      .map(({ startContainer, startOffset, endOffset }) => startContainer.textContent?.slice(startOffset, endOffset))
      .join('\n'),
  )
}

test('the code follows each choice, is copied and downloaded, and stays as it was left', async ({
  page,
  context,
  openWizard,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const wizard = await openWizard()
  await page.getByRole('button', { name: 'Show code' }).click()
  const azureCli = code(page, 'Azure CLI (bash)')
  await expect(azureCli).toContainText("--gallery-image-version='<version>'")
  await expect(azureCli).toContainText('exit 1')

  await wizard.version('1.2.3')
  await wizard.managedImage('myImage')
  await expect(azureCli).toContainText("--gallery-image-version='1.2.3'")
  await expect(azureCli).toContainText(/--managed-image='[^']+\/myImage'/)
  await expect(azureCli).not.toContainText('exit 1')
  await wizard.field('Version number').focus()
  await expect.poll(() => markedLines(page)).toContain("--gallery-image-version='1.2.3'")
  await wizard.goTo('Tags')
  await expect.poll(() => markedLines(page)).toBe('')
  await wizard.goTo('Basics')

  await chooseLanguage(page, 'Bicep')
  const bicep = code(page, 'Bicep')
  await expect(bicep).toContainText("name: 'contosoGallery/ubuntu-web/1.2.3'")
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Copied', exact: true })).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text.trimEnd()).toBe(await bicep.textContent().then((shown) => shown?.trimEnd()))
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download image-version.bicep' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('image-version.bicep')
  expect(await readFile(await file.path(), 'utf8')).toBe(text)

  await page.reload()
  await expect(bicep).toContainText('ubuntu-web/1.2.3')
  await page.getByRole('button', { name: 'Hide code' }).click()
  await expect(bicep).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Show code' })).toBeVisible()
  await expect(bicep).toHaveCount(0)
})

test.describe('an Italian browser of 400 px', () => {
  test.use({ locale: 'it-IT', viewport: { width: 400, height: 800 } })
  test('shows the code below the form, by keyboard alone', async ({ page, portal }) => {
    const definition = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
    await page.goto(`${portal.url}/create-image-version?${new URLSearchParams({ definition, from: 'nothing' })}`)
    await page.getByRole('main').getByRole('button', { name: 'Accedi', exact: true }).click()
    await page.getByRole('button', { name: /^Ada\b/ }).click()
    await expect(page.getByRole('textbox', { name: 'Numero di versione' })).toBeVisible()
    await page.getByRole('button', { name: 'Altre azioni' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Mostra codice' }).press('Enter')

    const language = page.getByRole('combobox', { name: 'Linguaggio del codice' })
    const form = await page.getByRole('tabpanel').boundingBox()
    const pane = await page.getByRole('region', { name: 'Codice', exact: true }).boundingBox()
    expect(pane?.y).toBeGreaterThanOrEqual((form?.y ?? 0) + (form?.height ?? 0))
    await language.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('End')
    // Before the two pipelines.
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    const rest = code(page, 'API REST (curl)')
    await expect(rest).toContainText('curl --fail-with-body')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Copia', exact: true })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(rest).toBeFocused()
    await expectNoSideways(page, 'the wizard with its code')
    // Where each browser leaves the page, another button is half below the bar that stays in view: too small for axe.
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
    await expectAxeClean(page, 'the wizard with its code')
  })
})

test('the code of a virtual machine marks the lines of the field in hand; a language that leaves sets out says so, and leads to one that does not; a value that would hide what the code does is refused, and a pipeline is shown file by file', async ({
  page,
  portal,
  wizard,
}) => {
  const version = `${compute(portal)}/galleries/contosoGallery/images/windows-sql/versions/2025.10.1`
  await signIn(page, portal, 'Ada', `/create-virtual-machine?${new URLSearchParams({ version })}`)
  await page.getByRole('button', { name: 'Show code' }).click()
  await page.getByRole('textbox', { name: 'Virtual machine name' }).fill('sql-01')
  await expect.poll(() => markedLines(page)).toContain('"name": "sql-01"')
  await wizard.choose('Region', 'West US')
  await wizard.goTo('Disks')
  await page.getByRole('combobox', { name: 'Key management of LUN 1' }).focus()
  await expect.poll(() => markedLines(page)).toMatch(/diskEncryptionSet[^]*WestUSDiskEncryptionSet2/)
  expect(await markedLines(page)).not.toContain('WestUSDiskEncryptionSet1')

  await page.getByRole('button', { name: 'Hide code' }).click()
  await follow(page, wizardPath(portal))
  await wizard.version('1.2.3')
  await wizard.managedImage('myImage')
  await wizard.next('Replication')
  await wizard.next('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  await page.getByRole('button', { name: 'Show code' }).click()
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  const azureCli = code(page, 'Azure CLI (bash)')
  await expect(azureCli).toContainText(/WestUSDiskEncryptionSet1,0,<set for lun 0>/)
  await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet2')
  await expect(azureCli).toContainText(/WestUSDiskEncryptionSet1,0,.*WestUSDiskEncryptionSet2/)
  await expect.poll(() => markedLines(page)).toContain('WestUSDiskEncryptionSet2')

  await chooseLanguage(page, 'Terraform (azurerm)')
  await expect(page.getByText('Not included in this code')).toBeVisible()
  await expect(page.getByText(/Azure would encrypt data disks with platform-managed keys/)).toBeVisible()
  await expect(code(page, 'Terraform (azurerm)')).toContainText('# NOT INCLUDED')
  await expectAxeClean(page, 'the encryption tab with a code that leaves something out')
  await page.getByRole('button', { name: 'Show complete code in Terraform (azapi)' }).click()
  await expect(code(page, 'Terraform (azapi)')).toContainText('WestUSDiskEncryptionSet2')
  await expect(page.getByText('Not included in this code')).toHaveCount(0)

  await wizard.goTo('Basics')
  await wizard.version('1.2\u202E.3')
  await expect(page.getByText('Can’t show this as code')).toBeVisible()
  await expect(page.getByText(/Character 4 of .* is invisible/)).toBeVisible()

  await wizard.version('1.2.3')
  await chooseLanguage(page, 'GitHub Actions')
  const pipeline = code(page, 'GitHub Actions')
  await expect(pipeline).toContainText('az rest --method=put')
  await expect(page.getByText('What this pipeline doesn’t do')).toBeVisible()
  await chooseIn(page.getByRole('combobox', { name: 'File' }), 'image-version-plan.json')
  await expect(pipeline).toContainText(/"id": "[^"]+\/myImage"/)
  await chooseLanguage(page, 'Azure DevOps')
  // The plan is the same in both systems.
  await expect(code(page, 'Azure DevOps')).toContainText(/"id": "[^"]+\/myImage"/)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download image-version-plan.json' }).click(),
  ])
  expect(JSON.parse(await readFile(await file.path(), 'utf8'))).toMatchObject({ definition: expect.any(String) })
  await expectAxeClean(page, 'the wizard with a pipeline')
  await expectNoSideways(page, 'the wizard with a pipeline')
})
