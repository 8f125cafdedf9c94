import type { Page } from '@playwright/test'
import { compute, expect, signIn, test, versionPuts, type Portal } from '../support/portal.ts'

// From Home to Create for the article's first example: what the portal proposes is applied, nothing is typed.

const most = { clicks: 12, typedFields: 1 }

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
function firstExample(portal: Portal): unknown {
  return {
    location: 'westus',
    tags: {},
    properties: {
      publishingProfile: {
        targetRegions: [
          {
            name: 'westus',
            regionalReplicaCount: 2,
            storageAccountType: 'Standard_LRS',
            encryption: setsOf(portal, 'WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2'),
          },
          { name: 'eastus2', encryption: setsOf(portal, 'EastUS2DiskEncryptionSet1', 'EastUS2DiskEncryptionSet2') },
        ],
        storageAccountType: 'Standard_LRS',
      },
      storageProfile: { source: { id: `${compute(portal)}/images/myImage` } },
    },
  }
}

test('from Home to Create takes at most 12 clicks and one typed field', async ({ page, portal }) => {
  await signIn(page, portal, 'Ada', '/')
  const start = page.getByRole('link', { name: 'Create version in ubuntu-web' })
  await expect(start).toBeVisible()
  await countActs(page)

  await start.click()
  await page.getByRole('button', { name: '2.0.0 major' }).click()
  await page.getByRole('combobox', { name: 'Managed image', exact: true }).click()
  await page.getByRole('option', { name: /^myImage/ }).click()
  await page.getByRole('button', { name: 'Next : Replication >' }).click()
  await page.getByRole('group', { name: 'Regions as in 1.1.0' }).getByRole('button', { name: 'Apply' }).click()
  await page.getByRole('button', { name: 'Next : Encryption >' }).click()
  await page.getByRole('group', { name: 'Fill 4 cells like 1.1.0' }).getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('Sets chosen: 4 of 4').first()).toBeVisible()
  await page.getByRole('button', { name: 'Review + create', exact: true }).click()
  await expect(page.getByText('Validation passed')).toBeVisible()
  await page.getByRole('button', { name: 'Create', exact: true }).click()

  await expect(page.getByRole('heading', { name: /2\.0\.0/ })).toBeVisible()
  const acts = await actsOf(page)
  expect(acts.clicks).toBeGreaterThan(8)
  expect(acts.clicks).toBeLessThanOrEqual(most.clicks)
  expect(acts.typedFields).toBeLessThanOrEqual(most.typedFields)
  expect(versionPuts(portal)).toEqual([firstExample(portal)])
})

test('the same by keyboard alone', async ({ page, portal }) => {
  await signIn(page, portal, 'Ada', '/')
  const start = page.getByRole('link', { name: 'Create version in ubuntu-web' })
  await expect(start).toBeVisible()
  await countActs(page)
  const { keyboard } = page
  /** Tab, until what is wanted has the focus. */
  async function tabTo(role: 'link' | 'button' | 'combobox', name: string): Promise<void> {
    const wanted = page.getByRole(role, { name, exact: true })
    await expect(wanted).toBeVisible()
    for (let presses = 0; presses < 60; presses += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return
      await keyboard.press('Tab')
    }
    throw new Error(`Tab does not lead to ${name}`)
  }

  await tabTo('link', 'Create version in ubuntu-web')
  await keyboard.press('Enter')
  await tabTo('button', '2.0.0 major')
  await keyboard.press('Enter')
  await tabTo('combobox', 'Managed image')
  await keyboard.press('Enter')
  await expect(page.getByRole('option', { name: /^myImage/ })).toBeVisible()
  await keyboard.type('myImage')
  await keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Managed image' })).toHaveText(/^myImage/)
  await tabTo('button', 'Next : Replication >')
  await keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Regions as in 1.1.0' })).toBeVisible()
  await keyboard.press('Alt+a')
  await expect(page.getByText('3 replicas in 2 regions')).toBeVisible()
  await tabTo('button', 'Next : Encryption >')
  await keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Fill 4 cells like 1.1.0' })).toBeVisible()
  await keyboard.press('Alt+a')
  await expect(page.getByText('Sets chosen: 4 of 4').first()).toBeVisible()
  await tabTo('button', 'Review + create')
  await keyboard.press('Enter')
  await expect(page.getByText('Validation passed')).toBeVisible()
  await tabTo('button', 'Create')
  await keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: /2\.0\.0/ })).toBeVisible()
  expect((await actsOf(page)).clicks).toBe(0)
  expect(versionPuts(portal)).toEqual([firstExample(portal)])
})
