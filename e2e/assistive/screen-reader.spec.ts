import type { Page } from '@playwright/test'
import { expectGolden } from '../support/golden.ts'
import { expect, signIn, test } from '../support/portal.ts'
import { proofOf } from '../support/wizard.ts'

test.use({ timezoneId: 'UTC', actionTimeout: 15_000 })

type Language = 'en' | 'it'
const menu = { en: 'Language', it: 'Lingua' }
const names = { en: 'English', it: 'Italiano' }

async function speak(page: Page, from: Language, to: Language): Promise<void> {
  await page.getByRole('button', { name: menu[from] }).click()
  await page.getByRole('menuitemradio', { name: names[to] }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', to)
  await expect(page.getByRole('menu')).toHaveCount(0)
}

/** Addresses of links are not said, and have the port of the run. */
function withoutAddresses(snapshot: string): string {
  const lines = snapshot.split('\n').filter((line) => !line.trimStart().startsWith('- /url:'))
  const depth = (line = '') => line.search(/\S/)
  return lines
    .map((line, index) => (line.endsWith(':') && depth(lines[index + 1]) <= depth(line) ? line.slice(0, -1) : line))
    .join('\n')
}

/** What a screen reader finds of the page, in both languages, is what the golden files say. */
async function expectSaid(page: Page, step: { name: string; part?: string; open?: () => Promise<void> }) {
  for (const [language, other] of [
    ['en', 'it'],
    ['it', 'en'],
  ] as const) {
    await step.open?.()
    await expect(page.locator('main [aria-busy="true"]:visible')).toHaveCount(0)
    // until it says the same twice
    let said = ''
    await expect(async () => {
      const before = said
      const parts = await page.locator(step.part ?? 'main').all()
      said = (await Promise.all(parts.map((part) => part.ariaSnapshot()))).join('\n')
      expect(said).toBe(before)
    }).toPass()
    expectGolden(`${withoutAddresses(said)}\n`, `${step.name}.${language}.yml`)
    if (step.open) await page.keyboard.press('Escape')
    await speak(page, language, other)
  }
}

test('what a screen reader says on the main path, in both languages', async ({ page, portal, wizard }) => {
  test.slow()
  await signIn(page, portal, 'Ada', '/')
  const start = page.getByRole('link', { name: 'Create next version in ubuntu-web' })
  await expect(start).toBeVisible()
  await expectSaid(page, { name: 'frame', part: 'header, aside, nav' })
  await expectSaid(page, { name: 'home' })

  await start.click()
  await wizard.startEmpty()
  await page.getByRole('button', { name: '2.0.0 major' }).click()
  await expectSaid(page, { name: 'basics' })
  await wizard.choose('Source', 'Disks and/or snapshots')
  await page.getByRole('button', { name: 'Add data disk' }).click()
  await expectSaid(page, { name: 'source' })
  await wizard.choose('Source', 'Managed image')
  await wizard.managedImage('myImage')

  await wizard.next('Replication')
  await page.getByRole('group', { name: 'Regions as in 1.1.0' }).getByRole('button', { name: 'Apply' }).click()
  await expectSaid(page, { name: 'replication' })

  await wizard.next('Encryption')
  await page.getByRole('tabpanel').getByRole('button', { name: 'Use the sets of 1.1.0' }).click()
  await expect(page.getByText('Nothing to do').first()).toBeVisible()
  await expectSaid(page, { name: 'encryption' })
  const first = page.getByRole('gridcell').first()
  const open = async () => {
    await first.click()
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    // Their keys are read one after the other, and the order follows from what is read.
    await expect(page.getByRole('listbox').getByText(/(Unknown|Sconosciuto) · kv-/)).toHaveCount(0)
  }
  await expectSaid(page, { name: 'encryption-picker', part: '[role=dialog], [role=listbox]', open })

  await wizard.review()
  await expect(page.getByText('Validation passed')).toBeVisible()
  await expectSaid(page, { name: 'review' })

  await wizard.create()
  await expect(page.getByRole('heading', { name: '2.0.0' })).toBeVisible()
  // Only who has seen it under way is told its end.
  await expect(page.getByRole('progressbar', { name: 'Overall progress' })).toBeVisible()
  portal.clock.advance(600_000)
  await expect(proofOf(page)).toBeVisible()
  await expectSaid(page, { name: 'version' })
})
