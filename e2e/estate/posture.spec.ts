import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { extractText, getDocumentProxy } from 'unpdf'
import { expectAxeClean } from '../support/axe-clean.ts'
import { expect, signIn, test } from '../support/portal.ts'
import { chooseIn } from '../support/wizard.ts'

const tile = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('the figures become a CSV file in which no name runs as a formula, and each of them leads to as many rows', async ({
  page,
  portal,
}) => {
  const value = portal.azure.world.subscriptions.map(({ subscriptionId, displayName }) => ({
    subscriptionId,
    displayName: displayName.replace('Contoso Development', '=HYPERLINK("https://evil.example","Contoso")'),
    state: 'Enabled',
  }))
  portal.azure.faults.answer({ path: /^\/subscriptions$/ }, { status: 200, body: { value } })
  await signIn(page, portal, 'Ada', '/estate')
  await expect(page.getByRole('row', { name: /HYPERLINK/ })).toBeVisible()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  const rows = parse(await readFile(await (await saved).path(), 'utf8'), { bom: true, columns: true })
  const names = rows.map((row) => (row as Record<string, string>)['Subscription'])
  expect(names).toHaveLength(2)
  expect(names).toContain('Contoso Production')
  expect(names.filter((name) => /^[=+\-@\t\r]/.test(name ?? ''))).toEqual([])
  expect(names.some((name) => name?.includes('HYPERLINK'))).toBe(true)

  const versions = tile(page, 'Image versions')
  const customer = versions.getByRole('listitem').filter({ hasText: 'Customer-managed key' })
  await expect(customer).toContainText('330%')
  await customer.getByRole('link').click()
  await expect(page.getByText('3 results')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Encryption' })).toHaveText('Customer-managed key')

  await page.goBack()
  await chooseIn(page.getByRole('combobox', { name: 'Group by' }), 'Gallery')
  await page
    .getByRole('row', { name: /^recoverableGallery/ })
    .getByRole('link')
    .first()
    .click()
  await expect(page.getByText('1 result', { exact: true })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Gallery' })).toHaveText('recoverableGallery')

  await page.goBack()
  await chooseIn(page.getByRole('combobox', { name: 'Group by' }), 'Age')
  await page
    .getByRole('row', { name: /^1 year or more/ })
    .getByRole('link')
    .last()
    .click()
  await expect(page.getByText('10 results')).toBeVisible()
  await chooseIn(page.getByRole('combobox', { name: 'Age', exact: true }), 'Less than 30 days')
  await expect(page.getByText('No matches')).toBeVisible()
})

test('a reader with half of the permissions sees that it is half', async ({ page, portal }) => {
  // Eva publishes images of one resource group, and can't view disk encryption sets.
  await signIn(page, portal, 'Eva', '/estate')
  await expect(page.getByText('Partial view: some resources can’t be read')).toBeVisible()
  const coverage = tile(page, 'Coverage')
  await expect(
    coverage.getByRole('row', { name: /^Contoso Production Disk encryption sets you can’t view/ }),
  ).toBeVisible()
  await expectAxeClean(page, 'posture of a reader')
})

test('the report is whole on paper, A4 and Letter, whichever part of it comes last', async ({ page, portal }) => {
  const print = page.getByRole('button', { name: 'Print report' })
  await signIn(page, portal, 'Ada', '/estate/report')
  await expect(print).toBeEnabled()
  for (const last of partsOfReport) {
    const others = partsOfReport.filter((part) => part !== last)
    const held = Promise.withResolvers<void>()
    const isLast = ({ pathname, search }: URL) => `${pathname}${search}`.startsWith(last)
    await page.route(isLast, async (route) => {
      await held.promise
      await route.continue()
    })
    const read = [...others, '/api/estate/key-survey', '/api/estate/posture?of=disks'].map((part) =>
      page.waitForResponse((response) => response.url().startsWith(`${portal.url}${part}`)),
    )
    await page.reload()
    for (const response of read) await (await response).finished()
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    await expect(print).toBeDisabled()
    await expect(print).toHaveAccessibleDescription(/Reading figures for the report/)
    held.resolve()
    await expect(print).toBeEnabled()
    // At once, without waiting for it: whoever may print gets all of it.
    const words = (await page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ')
    for (const part of onPaper) expect(words, `with ${last} as the last`).toContain(part)
    await page.unroute(isLast)
  }
  for (const format of ['A4', 'Letter'] as const) {
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format })))
    const { text } = await extractText(pdf, { mergePages: true })
    const words = text.replaceAll(/\s+/g, ' ')
    for (const part of onPaper) expect(words).toContain(part)
    for (const part of ['Print report', 'Signed in as']) expect(words).not.toContain(part)
    expect(await beyondThePaper(pdf)).toEqual([])
  }
})

// Names and coverage: what is read beside the figures.
const partsOfReport = ['/api/directories', '/api/subscriptions', '/api/estate/posture-limits']

const onPaper = [
  'Encryption report',
  'Contoso (contoso.example)',
  'Requested by',
  'Ada Rossi (ada@contoso.example)',
  'Image versions by subscription',
  'Contoso Production',
  'WestUSFirewalledDiskEncryptionSet',
  'Subscriptions included: 2',
  "where type =~ 'microsoft.compute/galleries/images/versions'",
  'order by id asc',
  // of the sets with problems
  'order by place asc',
]

/** The texts of a document that do not end on their page. */
async function beyondThePaper(pdf: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<string[]> {
  const beyond: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const [left = 0, , right = 0] = page.view
    const { items } = await page.getTextContent()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const start = Number(item.transform[4])
      if (start < left || start + item.width > right) beyond.push(`page ${number}: ${item.str}`)
    }
  }
  return beyond
}
