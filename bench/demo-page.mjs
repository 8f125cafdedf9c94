import { startDemo } from '@portal/bff/demo'

/**
 * Starts the demo on a simulated Azure, and opens a page of it with Ada signed in.
 * @param {import('playwright-core').Browser} browser
 * @param {Parameters<typeof startDemo>[0]['simulator']} simulator
 */
export async function openDemo(browser, simulator) {
  const portal = await startDemo({ port: 0, simulator, logLevel: 'silent' })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  await page.goto(`${portal.url}/galleries`)
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: /^Ada\b/ }).click()
  await page.getByRole('button', { name: /^Account of Ada/ }).waitFor()
  const close = async () => {
    await page.close()
    await portal.close()
  }
  return { page, url: portal.url, close }
}
