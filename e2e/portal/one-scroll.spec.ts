import type { Page } from '@playwright/test'
import { addVersions, manyVersionsDefinition } from '../support/browse-world.ts'
import { compute, expect, follow, signIn, test, type Portal } from '../support/portal.ts'

// A page has one scroll bar: lists scroll with it, their headings stay, and nothing is wider than its place.

const windows = [
  { width: 1440, height: 900 },
  { width: 1360, height: 768 },
  { width: 1280, height: 720 },
  { width: 900, height: 700 },
  { width: 400, height: 800 },
]

/** What scrolls within the page or is wider than the window, and the headings that are broken within a word. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const main = document.querySelector('main') ?? document.body
    const { scrollWidth: needed, clientWidth: given } = document.documentElement
    const name = (element: Element) => `${element.tagName} ${element.role ?? ''} “${element.textContent.slice(0, 40)}”`
    const boxes = [...main.querySelectorAll('*')].flatMap((element) => {
      const { overflowX, overflowY } = getComputedStyle(element)
      const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = element
      return [
        ...(scrolls(overflowY) && scrollHeight > clientHeight + 1 ? [`scrolls down: ${name(element)}`] : []),
        ...(scrolls(overflowX) && scrollWidth > clientWidth + 1 ? [`scrolls sideways: ${name(element)}`] : []),
      ]
    })
    // Each word of a heading is in one line, and the whole of it in its column.
    const broken = [...main.querySelectorAll('[role=columnheader], th')].flatMap((head) => {
      const words = document.createTreeWalker(head, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      const found = head.scrollWidth > head.clientWidth + 1 ? [`cut: ${name(head)}`] : []
      for (let text = words.nextNode(); text; text = words.nextNode())
        for (const { index, 0: word } of (text.textContent ?? '').matchAll(/\S+/g)) {
          range.setStart(text, index)
          range.setEnd(text, index + word.length)
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
            found.push(`broken: ${word}`)
        }
      return found
    })
    return [...(needed > given ? [`wider than the window: ${needed} of ${given} px`] : []), ...boxes, ...broken]
  })
}

/** The lists, and the pages with tables of what is in the estate. */
function listPages(portal: Portal) {
  const gallery = new URLSearchParams({ id: `${compute(portal)}/galleries/contosoGallery` })
  return [
    '/image-versions/galleries',
    `/gallery?${gallery}`,
    '/image-versions',
    `/image-definition?${new URLSearchParams({ id: manyVersionsDefinition })}`,
    '/disk-encryption-sets',
    '/estate/virtual-machines',
    '/estate',
    '/estate?of=virtualMachines&by=region',
    '/estate/disks',
    '/disk-encryption-sets/key-health',
    '/disk-encryption-sets/key-impact',
    '/encrypt-versions',
  ]
}

test('no list scrolls within the page, and no heading is broken, in both languages', async ({ page, portal }) => {
  test.slow()
  addVersions(portal.azure, 80, { excludeFromLatest: true })
  await signIn(page, portal, 'Ada')
  const main = page.getByRole('main')
  const expectNoFaults = async (language: string) => {
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    for (const path of listPages(portal)) {
      await follow(page, path)
      await expect(main.getByRole('heading', { level: 1 })).toBeVisible()
      const rows = main.locator('[data-index="0"] a, [data-index="0"] [role=cell], input[type=checkbox]')
      await expect(rows.or(main.getByText(/^(No disks from|Nessun disco da)/)).first()).toBeVisible()
      await expect(main.locator('[aria-busy="true"]:visible')).toHaveCount(0)
      for (const size of windows) {
        await page.setViewportSize(size)
        // Lists become cards a moment after the window has its width.
        await expect
          .configure({ soft: true })
          .poll(() => faults(page), {
            message: `${path} at ${size.width} × ${size.height}, ${language}`,
            timeout: 3000,
          })
          .toEqual([])
      }
    }
  }
  await expectNoFaults('en')
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.getByRole('button', { name: 'Language' }).click()
  await page.getByRole('menuitemradio', { name: 'Italiano' }).click()
  await expectNoFaults('it')
})

test('the headings of a list stay below the bars while the page scrolls, and Refresh says what is known of it', async ({
  page,
  portal,
}) => {
  addVersions(portal.azure, 300)
  await page.setViewportSize({ width: 1280, height: 720 })
  await signIn(page, portal, 'Ada', '/image-versions')
  const head = page.getByRole('table').getByRole('rowgroup').first()
  const row = (index: number) => page.locator(`[data-index="${index}"]`)
  await expect(row(0).getByRole('link')).toBeVisible()
  const count = Number(await page.getByRole('table').getAttribute('aria-rowcount')) - 1
  expect(count).toBeGreaterThan(300)
  await page.keyboard.press('End')
  await expect(row(count - 1)).toBeInViewport()
  await expect(row(150)).toHaveCount(0)
  const bars = await page.evaluate(() => getComputedStyle(document.documentElement).scrollPaddingTop)
  const topOfHead = async () => Math.round((await head.boundingBox())?.y ?? 0)
  await expect.poll(topOfHead).toBe(Number.parseInt(bars))
  await head.getByRole('button', { name: 'Version' }).click()
  await expect(row(0)).toBeInViewport()
  await expect.poll(topOfHead).toBe(Number.parseInt(bars))

  await follow(page, '/image-versions/galleries')
  await expect(page.getByRole('link', { name: 'contosoGallery', exact: true })).toBeVisible()
  const note = page.getByText('Recent changes can take a moment to appear.')
  await expect(note).toBeHidden()
  await page.getByRole('button', { name: 'Refresh' }).hover()
  await expect(note).toBeVisible()
})
