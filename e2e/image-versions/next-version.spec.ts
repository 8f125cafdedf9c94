import type { Page } from '@playwright/test'
import { expectAxeClean } from '../support/axe-clean.ts'
import { compute, expect, follow, signIn, test, versionPuts, type Portal } from '../support/portal.ts'

// A version whose latest predecessor has own keys begins with them, and never ends without them unsaid.

const leftKeys = '1.1.0 uses your own keys. This version wouldn’t.'

declare global {
  interface Window {
    countedActs?: { clicks: number; fields: Set<EventTarget | null> }
  }
}

/** Counts what the user does on the page from now on: real clicks, and the fields that something is typed into. */
async function countActs(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counted = { clicks: 0, fields: new Set<EventTarget | null>() }
    window.countedActs = counted
    // Every press of the pointer counts, also one that a component handles before it becomes a click.
    window.addEventListener('pointerup', ({ isTrusted }) => (counted.clicks += isTrusted ? 1 : 0), true)
    window.addEventListener('input', ({ isTrusted, target }) => isTrusted && counted.fields.add(target), true)
  })
}

async function actsOf(page: Page): Promise<{ clicks: number; typedFields: number }> {
  return page.evaluate(() => ({
    clicks: window.countedActs?.clicks ?? NaN,
    typedFields: window.countedActs?.fields.size ?? NaN,
  }))
}

function setsOf(portal: Portal, os: string, lun0: string) {
  const id = (name: string) => `${compute(portal)}/diskEncryptionSets/${name}`
  return {
    osDiskImage: { diskEncryptionSetId: id(os) },
    dataDiskImages: [{ lun: 0, diskEncryptionSetId: id(lun0) }],
  }
}

/** The body of the article's first example: the same as when every field is filled in by hand. */
function firstExample(portal: Portal) {
  return {
    location: 'westus',
    properties: {
      publishingProfile: {
        targetRegions: [
          { name: 'westus', encryption: setsOf(portal, 'WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2') },
          { name: 'eastus2', encryption: setsOf(portal, 'EastUS2DiskEncryptionSet1', 'EastUS2DiskEncryptionSet2') },
        ],
      },
      storageProfile: { source: { id: `${compute(portal)}/images/myImage` } },
    },
  }
}

test('the next version of a definition begins as in the latest one and takes 2 clicks from Home; the article’s first example takes 3 clicks by the first button of Home, and no field', async ({
  page,
  portal,
}) => {
  await signIn(page, portal, 'Ada', '/')
  const start = page.getByRole('link', { name: 'Create next version in ubuntu-web' })
  await expect(start).toBeVisible()
  await countActs(page)
  await start.click()
  await expect(page.getByText('Validation passed')).toBeVisible()
  await expect(page.getByText('As in 1.1.0')).toBeVisible()
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByRole('heading', { name: /1\.1\.1/ })).toBeVisible()
  expect(await actsOf(page)).toEqual({ clicks: 2, typedFields: 0 })
  expect(versionPuts(portal)).toMatchObject([firstExample(portal)])

  portal.clock.advance(3_600_000)
  await follow(page, '/')
  await expect(start).toBeVisible()
  await countActs(page)
  await page.getByRole('button', { name: 'Create image version' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'ubuntu-web', exact: true }).click()
  await expect(page.getByText('Validation passed')).toBeVisible()
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByRole('heading', { name: /1\.1\.2/ })).toBeVisible()
  // As the landing page says.
  expect(await actsOf(page)).toEqual({ clicks: 3, typedFields: 0 })
  expect(versionPuts(portal)).toMatchObject([firstExample(portal), firstExample(portal)])
})

test('own keys of the latest version are not left unsaid: not in the summary, nor in the review', async ({
  page,
  openWizard,
}) => {
  const wizard = await openWizard()
  await wizard.version('1.2.0')
  await wizard.managedImage('myImage')
  const summary = page.getByRole('region', { name: 'Summary' })
  await expect(summary.getByText(leftKeys)).toBeVisible()
  await expect(page.getByText('Nothing missing')).toHaveCount(0)
  await wizard.review()
  await expect(page.getByRole('tabpanel').getByText(leftKeys)).toBeVisible()
  await expect(page.getByText('Validation passed')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeEnabled()

  await page.getByRole('tabpanel').getByRole('button', { name: 'Use the sets of 1.1.0' }).click()
  await expect(page.getByText('Validation passed')).toBeVisible()
  await expect(summary.getByText('Nothing missing')).toBeVisible()
  await expect(page.getByText(leftKeys)).toHaveCount(0)
  await wizard.goTo('Encryption')
  await expect(wizard.cell('East US 2', 'LUN 0')).toContainText('EastUS2DiskEncryptionSet2')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(summary.getByText(leftKeys)).toBeVisible()
})

test('a version begins like the one that it is made from, or like none, after asking about the draft', async ({
  page,
  portal,
  wizard,
}) => {
  const definition = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
  // An address of an earlier portal.
  await signIn(page, portal, 'Ada', `/import?${new URLSearchParams({ version: `${definition}/versions/1.0.0` })}`)
  await expect(page.getByText('As in 1.0.0')).toBeVisible()
  await wizard.goTo('Basics')
  await expect(wizard.field('Version number')).toHaveValue('1.0.1')
  await page.getByRole('button', { name: 'Start from…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Start from…' })
  await expect(dialog.getByRole('radio', { name: /^1\.1\.0, the latest version/ })).toBeChecked()
  await expectAxeClean(page, 'what to start from')
  await dialog.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('button', { name: 'Replace draft' }).click()
  await expect(page.getByText('As in 1.1.0')).toBeVisible()

  await page.getByRole('button', { name: 'Start from…' }).click()
  await dialog.getByRole('radio', { name: /^Another version/ }).check()
  await wizard.choose('Subscription', 'Contoso Production', dialog)
  await wizard.choose('Source gallery', 'contosoGallery', dialog)
  await wizard.choose('Source image definition', 'ubuntu-web', dialog)
  await wizard.choose('Source image version', '1.0.0', dialog)
  await dialog.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('button', { name: 'Replace draft' }).click()
  await expect(page.getByText('As in 1.0.0')).toBeVisible()

  // Without asking, because the start comes back.
  await wizard.goTo('Basics')
  await wizard.version('5.0.0')
  await page.getByRole('button', { name: 'Start empty' }).click()
  await expect(wizard.field('Version number')).toHaveValue('')
  await expect(page.getByText('As in 1.0.0')).toHaveCount(0)
  const undo = page.getByRole('region', { name: 'Summary' }).getByRole('button', { name: 'Undo' })
  await undo.click()
  await expect(page.getByText('As in 1.0.0')).toBeVisible()
  await wizard.goTo('Basics')
  await expect(wizard.field('Version number')).toHaveValue('5.0.0')
  await page.getByRole('button', { name: 'Start empty' }).click()
  await expect(undo).toBeVisible()
  await wizard.version('6.0.0')
  await expect(undo).toHaveCount(0)

  // From the page of the version before, too.
  await page.goto(`${portal.url}/import?${new URLSearchParams({ version: `${definition}/versions/1.1.0` })}`)
  await expect(page.getByRole('dialog')).toContainText('version 6.0.0')
  await page.getByRole('button', { name: 'Keep draft' }).click()
  await expect(wizard.field('Version number')).toHaveValue('6.0.0')
  await page.goto(`${portal.url}/image-version?${new URLSearchParams({ id: `${definition}/versions/1.1.0` })}`)
  await page.getByRole('link', { name: 'Create next version' }).click()
  await page.getByRole('button', { name: 'Replace draft' }).click()
  await expect(page.getByText('As in 1.1.0')).toBeVisible()
  await wizard.goTo('Basics')
  await expect(wizard.field('Version number')).toHaveValue('1.1.1')
  await wizard.goTo('Encryption')
  await expect(wizard.cell('West US', 'LUN 0')).toContainText('WestUSDiskEncryptionSet2')
})
