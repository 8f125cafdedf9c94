import type { Page } from '@playwright/test'
import { expect, signIn, test } from '../support/portal.ts'
import { expectPrintable } from './measures/print.ts'
import { prepareMeasures } from './measures/seen.ts'

/** The sizes of the sheets that the page is printed on, in points. */
async function sheetSizes(page: Page, format: 'A4' | 'Letter'): Promise<string[]> {
  const pdf = (await page.pdf({ format })).toString('latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox \[([^\]]*)\]/g)].map(([, box = '']) => box.trim().split(/\s+/).map(Number))
  return [...new Set(boxes.map((box) => box.map(Math.round).join(' ')))]
}

test('a review and its version are printed on A4 and Letter', async ({ page, portal, wizard }) => {
  await prepareMeasures(page)
  await signIn(page, portal, 'Ada', '/')
  await page.getByRole('link', { name: 'Create next version in ubuntu-web' }).click()
  await wizard.startEmpty()
  await page.getByRole('button', { name: '2.0.0 major' }).click()
  await wizard.managedImage('myImage')
  await wizard.goTo('Replication')
  await page.getByRole('group', { name: 'Regions as in 1.1.0' }).getByRole('button', { name: 'Apply' }).click()
  await wizard.goTo('Encryption')
  await page.getByRole('tabpanel').getByRole('button', { name: 'Use the sets of 1.1.0' }).click()
  await wizard.review()
  await expect(page.getByText('Validation passed')).toBeVisible()
  await expectPrintable(page, 'review')
  await wizard.create()
  await expect(page.getByRole('heading', { name: '2.0.0' })).toBeVisible()
  portal.clock.advance(600_000)
  await expect(page.getByText('Succeeded', { exact: true }).first()).toBeVisible()
  await expectPrintable(page, 'version')
  expect(await sheetSizes(page, 'A4')).toEqual(['0 0 596 843'])
  expect(await sheetSizes(page, 'Letter')).toEqual(['0 0 612 792'])
})
