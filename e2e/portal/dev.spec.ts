import { test as base, type Page } from '@playwright/test'
import { openClock, openDemoPanel } from '../support/demo-panel.ts'
import { DevCopy } from '../support/dev-copy.ts'
import { expect, signIn } from '../support/portal.ts'

// `npm run dev`, as described in CONTRIBUTING.md: on a copy of the sources, which the test edits.
const test = base.extend<{ copy: DevCopy }>({
  copy: async ({ browser: _ }, use) => {
    const copy = new DevCopy()
    await use(copy)
    await copy.stop()
    copy.remove()
  },
})

// About 800 files a page, each of which a trace would store.
test.use({ trace: 'off' })

const clock = (page: Page) => page.getByRole('dialog', { name: 'Demo' }).getByRole('button', { name: /^Clock/ })

/** Where the simulated Azure of the portal at `url` is. */
async function azureOf(page: Page, url: string): Promise<string> {
  const policy = (await page.request.get(`${url}/livez`)).headers()['content-security-policy'] ?? ''
  return /connect-src 'self' (\S+);/.exec(policy)?.[1] ?? ''
}

async function isReached(page: Page, url: string): Promise<boolean> {
  return page.request.get(url).then(
    () => true,
    () => false,
  )
}

test('an edit of a component shows without a reload, and one of the server keeps the sandbox', async ({
  page,
  copy,
}) => {
  // Vite first bundles third-party packages, and serves each of our files separately.
  test.setTimeout(240_000)
  const url = await copy.start()
  await signIn(page, { url }, 'Ada')
  await openClock(page)
  await page.getByRole('menu').getByText('×100', { exact: true }).click()
  await expect(clock(page)).toHaveAccessibleName(/^Clock: ×100/)

  await page.evaluate(() => Object.assign(window, { isTheSamePage: true }))
  copy.edit('apps/web/src/shell/top-bar/TopBar.tsx', '>{product}</span>', '>Edited Portal</span>')
  const edited = performance.now()
  await expect(page.getByText('Edited Portal')).toBeVisible()
  const description = `${Math.round(performance.now() - edited)} ms`
  test.info().annotations.push({ type: 'edit shown after', description })
  expect(await page.evaluate(() => 'isTheSamePage' in window)).toBe(true)

  copy.edit('apps/bff/src/http/probes.ts', "'ok\\n'", "'edited\\n'")
  await expect.poll(async () => (await page.request.get(`${url}/livez`)).text()).toBe('edited\n')
  await page.reload()
  await expect(page.getByRole('button', { name: /^Account of Ada/ })).toBeVisible()
  await openDemoPanel(page)
  await expect(clock(page)).toHaveAccessibleName(/^Clock: ×100/)

  const azure = await azureOf(page, url)
  expect([await isReached(page, url), await isReached(page, azure)]).toEqual([true, true])
  await copy.stop()
  for (const address of [url, azure]) await expect.poll(() => isReached(page, address)).toBe(false)
})
