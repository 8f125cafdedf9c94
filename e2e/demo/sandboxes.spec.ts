import { startDemo } from '@portal/bff/demo'
import { expect, signIn, test } from '../support/portal.ts'

test('each browser has a Contoso of its own, and is told nothing of the other', async ({ page, anotherBrowser }) => {
  const demo = await startDemo({ port: 0, simulatorPort: 0, simulation: { sandboxes: {} }, logLevel: 'silent' })
  const { azure } = demo
  if (azure === undefined) throw new Error('The demonstration has no simulator')
  const second = await anotherBrowser()
  await signIn(page, demo, 'Ada')
  await signIn(second, demo, 'Ada')
  const [first, other] = azure.sandboxes?.values() ?? []
  expect(new Set([first?.tenantId, other?.tenantId, azure.tenantId]).size).toBe(3)

  const gallery = first?.store.snapshot().find(({ name }) => name === 'devGallery')
  first?.store.remove(gallery?.id ?? '')
  await Promise.all([page.reload(), second.reload()])
  await expect(second.getByRole('link', { name: 'devGallery', exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Galleries', level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: 'contosoGallery', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'devGallery', exact: true })).toHaveCount(0)
  await demo.close()
})

test('D05: a sandbox that was set aside says so on every page, and a reset opens it again', async ({ page }) => {
  const demo = await startDemo({ port: 0, simulatorPort: 0, simulation: { sandboxes: {} }, logLevel: 'silent' })
  await signIn(page, demo, 'Ada')
  const [sandbox] = demo.azure?.sandboxes?.values() ?? []
  if (sandbox === undefined) throw new Error('The visitor has no sandbox')
  sandbox.setAside = { times: 1, until: 0, isClosed: true }
  await page.reload()
  const bar = page.getByRole('complementary')
  await expect(bar.getByText('Your simulated Azure environment stopped responding')).toBeVisible()
  await bar.getByRole('group').getByRole('button', { name: 'Reset' }).click()
  await expect(bar.getByText('Your simulated Azure environment stopped responding')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'contosoGallery', exact: true })).toBeVisible()
  await demo.close()
})

test.describe('in Italian', () => {
  test.use({ locale: 'it-IT' })

  test('D07: a page that the restarting Azure gives no token says so in its language', async ({ page, portal }) => {
    await page.goto(`${portal.url}/galleries`)
    await page.getByRole('main').getByRole('button', { name: 'Accedi', exact: true }).click()
    await page.getByRole('button', { name: /^Ada\b/ }).click()
    await expect(page.getByRole('link', { name: 'contosoGallery', exact: true })).toBeVisible()
    const tokens = /\/oauth2\/v2\.0\/token\b/
    // what azure-gate.ts answers
    await page.route(tokens, (route) =>
      route.fulfill({
        status: 503,
        headers: { 'access-control-allow-origin': portal.url, 'retry-after': '2' },
        json: { error: { code: 'ServerUnavailable', message: 'The simulated Azure is restarting.' } },
      }),
    )
    // before the page's own script, so that no token that comes meanwhile is kept
    await page.addInitScript(() => {
      for (const key of Object.keys(sessionStorage)) if (/accesstoken/i.test(key)) sessionStorage.removeItem(key)
    })
    await page.reload()
    await expect(page.getByText('Microsoft Entra ID non ha rilasciato un token di accesso').first()).toBeVisible()
    await expect(page.getByText('restarting')).toHaveCount(0)
  })
})
