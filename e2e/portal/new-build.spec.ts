import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startDemo } from '@portal/bff/demo'
import { expectAxeClean } from '../support/axe-clean.ts'
import { expect, signIn, signInAtWizard, startAzure, test } from '../support/portal.ts'
import { Wizard } from '../support/wizard.ts'

const built = join(import.meta.dirname, '../../apps/web/dist')

/** The same portal from another build: every asset has another name. Nothing is compressed. */
async function nextBuild(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-'))
  await cp(built, folder, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) })
  const names = await readdir(join(folder, 'assets'))
  const renamed = new Map(names.map((name) => [name, name.replace(/(?=\.\w+$)/, '-next')]))
  for (const [from, to] of renamed) await rename(join(folder, 'assets', from), join(folder, 'assets', to))
  for (const name of await readdir(folder, { recursive: true })) {
    if (!/\.(js|css|html)$/.test(name)) continue
    const text = await readFile(join(folder, name), 'utf8')
    await writeFile(
      join(folder, name),
      text.replaceAll(/[\w.-]+/g, (word) => renamed.get(word) ?? word),
    )
  }
  return folder
}

/** A portal, its Azure, and what puts the next build in its place. */
async function startReplaceable() {
  const webRoot = await nextBuild()
  const { azure } = await startAzure()
  const first = await startDemo({ port: 0, simulator: azure, logLevel: 'silent' })
  const cleanUps = [() => rm(webRoot, { recursive: true }), () => azure.close()]
  return {
    url: first.url,
    azure,
    async replace() {
      await first.close()
      const port = Number(new URL(first.url).port)
      const second = await startDemo({ port, simulator: azure, webRoot, logLevel: 'silent' })
      cleanUps.push(() => second.close())
    },
    async close() {
      for (const cleanUp of cleanUps.toReversed()) await cleanUp()
    },
  }
}

const isNext = (page: Page) => expect(page.locator('link[data-portal]')).toHaveAttribute('href', /-next\.js$/)

test('W11: a new build in the middle of the wizard: the page takes it, and the draft and its tab stay', async ({
  page,
}) => {
  const portal = await startReplaceable()
  const wizard = new Wizard(page, portal.url)
  await signInAtWizard(page, portal)
  await wizard.version('7.7.7')
  await wizard.next('Replication')
  await wizard.addRegion('East US 2')
  await portal.replace()

  // Its bundle is loaded on demand, and no longer exists.
  await page.getByRole('button', { name: 'Show code' }).click()
  await isNext(page)
  await expect(wizard.region('East US 2')).toBeVisible()
  await wizard.goTo('Basics')
  await expect(wizard.field('Version number')).toHaveValue('7.7.7')
  await portal.close()
})

test('a new build before a dialog of the top bar: the page takes it, and shows no error meanwhile', async ({
  page,
}) => {
  const portal = await startReplaceable()
  const alerts = await watchAlerts(page)
  await signIn(page, portal, 'Ada')
  await portal.replace()
  // The page has had the time to show an error before it knows that the build is another.
  await page.route(`${portal.url}/`, async (route) => {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    await route.continue()
  })

  await page.getByRole('button', { name: /^Account of Ada/ }).click()
  await page.getByRole('menuitem', { name: 'About' }).click()
  await isNext(page)
  await expect(page.getByRole('button', { name: /^Account of Ada/ })).toBeVisible()
  expect(alerts).toEqual([])
  await portal.close()
})

test('a dialog of the top bar whose code is lost on the way: an error page, which can be reloaded', async ({
  page,
  portal,
}) => {
  await signIn(page, portal, 'Ada')
  await page.route(/AboutPortal|SearchDialog/, (route) => route.abort())

  // Only fetched before its time: the fixture of the page fails if this leaves an error.
  const lost = page.waitForEvent('requestfailed')
  await page.getByRole('button', { name: 'Search resources, pages, and actions' }).hover()
  await lost

  await page.getByRole('button', { name: /^Account of Ada/ }).click()
  await page.getByRole('menuitem', { name: 'About' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await expectAxeClean(page, 'error page')

  await page.unroute(/AboutPortal|SearchDialog/)
  await page.getByRole('button', { name: 'Reload page' }).click()
  await page.getByRole('button', { name: /^Account of Ada/ }).click()
  await page.getByRole('menuitem', { name: 'About' }).click()
  await expect(page.getByRole('dialog', { name: /^About/ })).toBeVisible()
})

/** The texts of all alerts of a page, however briefly they are shown. */
async function watchAlerts(page: Page): Promise<string[]> {
  const alerts: string[] = []
  await page.exposeFunction('alertShown', (text: string) => void alerts.push(text))
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const alert = document.querySelector('[role="alert"]')
      if (alert) (window as unknown as { alertShown: (text: string) => void }).alertShown(alert.textContent)
    }).observe(document, { childList: true, subtree: true })
  })
  return alerts
}
