import type { Page } from '@playwright/test'
import { compute, expect, follow, test, type Portal } from '../support/portal.ts'

const escapes = ['', '">', "'>", '</title>', '</textarea>', '--></style>']
const scripts = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<details open ontoggle=alert(1)>',
  '<style>@import "javascript:alert(1)"</style>',
  '{{constructor.constructor("alert(1)")()}}',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
]
const payloads = escapes.flatMap((escape) => scripts.map((script) => `${escape}${script}`))

/** What a payload would have become if a page had treated it as more than text. */
async function expectOnlyText(page: Page): Promise<void> {
  const made =
    'script:not([src]), iframe[srcdoc], img[src="x"], svg[onload], details[ontoggle], a[href^="javascript:"], a[href^="data:"]'
  await expect(page.locator(made)).toHaveCount(0)
}

/**
 * Puts payloads into everything that Azure returns of a version, a set and a definition; returns the ID of the version.
 */
function poison(portal: Portal): string {
  const { store } = portal.azure.world
  const definition = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
  const version = `${definition}/versions/1.0.0`
  const stored = store.get(version)
  const set = store.get(`${compute(portal)}/diskEncryptionSets/WestUSDiskEncryptionSet1`)
  const image = store.get(definition)
  if (stored === undefined || set === undefined || image === undefined) throw new Error('Contoso has lost something')
  const tags = Object.fromEntries(payloads.map((payload, index) => [`${index} ${payload}`, payload]))
  store.put({ ...stored, tags })
  store.put({ ...set, name: payloads[1] ?? '', tags })
  store.put({ ...image, tags, properties: { ...image.properties, description: payloads[2] ?? '' } })
  return version
}

test('S30, S43: sixty scripts in tags, names, descriptions and errors are text; the browser never holds a token for Azure, nor a secret', async ({
  page,
  portal,
  wizard,
  openWizard,
}) => {
  expect(payloads).toHaveLength(60)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const received: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().startsWith(portal.url)) received.push(response.text().catch(() => ''))
  })
  const version = poison(portal)
  await openWizard()
  await wizard.version('9.0.0')
  await wizard.managedImage('myImage')
  await wizard.review()
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeEnabled()

  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage), document.cookie]),
  )
  const all = [kept, ...(await Promise.all(received))].join('\n')
  expect(all).not.toContain(portal.azure.applications.api.clientSecret)
  const audiences = [...all.matchAll(/eyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]+/g)].map(
    ([, claims = '']) => /"aud":"([^"]+)"/.exec(Buffer.from(claims, 'base64url').toString('utf8'))?.[1],
  )
  const { api, portal: application } = portal.azure.applications
  expect(audiences.length).toBeGreaterThan(0)
  for (const audience of audiences) expect([api.clientId, application.clientId]).toContain(audience)

  await follow(page, `/image-version?id=${encodeURIComponent(version)}`)
  for (const payload of [payloads.at(0), payloads.at(-1)])
    await expect(page.getByText(payload ?? '').first()).toBeVisible()
  await expectOnlyText(page)

  const error = { error: { code: '<img src=x onerror=alert(1)>', message: payloads.join(' ') } }
  portal.azure.faults.answer({ method: 'GET', path: /\/versions\/1\.0\.0$/ }, { status: 400, body: error })
  await page.reload()
  await page.getByText('Details', { exact: true }).click()
  await expect(page.getByText(error.error.message)).toBeVisible()
  await expectOnlyText(page)

  await follow(page, '/image-versions/galleries')
  await wizard.openFrom('contosoGallery', 'ubuntu-web')
  await expectOnlyText(page)
  await wizard.version('9.0.0')
  await wizard.managedImage('myImage')
  await wizard.goTo('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  await wizard.cell('West US', 'OS disk').click()
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await expectOnlyText(page)
  await page.keyboard.press('Escape')
  await wizard.goTo('Tags')
  await page.getByRole('button', { name: 'Add tag' }).click()
  const fields = page.getByRole('tabpanel').getByRole('textbox')
  await expect(fields).toHaveCount(2)
  for (const [index, field] of (await fields.all()).entries()) await field.fill(payloads[index] ?? '')
  await wizard.review()
  await expect(page.getByText(/^Validation failed/)).toBeVisible()
  await expectOnlyText(page)
  expect(dialogs).toEqual([])
})
