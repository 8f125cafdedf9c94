import type { Page } from '@playwright/test'
import { manyVersionsDefinition as ubuntuWeb } from '../support/browse-world.ts'
import { compute, expect, follow, signIn, signInAtWizard, test, versionPuts, type Portal } from '../support/portal.ts'
import type { Wizard } from '../support/wizard.ts'

const versionPut = { method: 'PUT', path: /\/versions\/6\.0\.0$/i }

/** The review of an encrypted version, with nothing left to do but to create it. */
async function readyToCreate(page: Page, portal: Portal, wizard: Wizard): Promise<void> {
  await signInAtWizard(page, portal)
  await wizard.version('6.0.0')
  await wizard.managedImage('myImage')
  await wizard.goTo('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet2')
  await wizard.review()
  await expect(page.getByText('Validation passed')).toBeVisible()
}

/** So many versions were created, each once, the last one with the sets that were chosen before the fault. */
function expectMadeOnce(portal: Portal, versions: number): void {
  const accepted = portal.azure.requests.filter((request) => request.method === 'PUT' && request.status === 201)
  expect(accepted).toHaveLength(versions)
  expect(versionPuts(portal).at(-1)).toMatchObject({
    properties: { publishingProfile: { targetRegions: [{ encryption: { osDiskImage: {} } }] } },
  })
}

test('F09, F10, F17: Azure wants a pause, of seconds or of an hour: it is shown, the draft stays, and one click goes on; Azure revokes the session in the middle of a submit: signed in again, it goes on with nothing retyped', async ({
  page,
  portal,
  wizard,
}) => {
  await readyToCreate(page, portal, wizard)
  for (const [seconds, time] of [
    [7, /^(Try again in \d sec|You can try again now)/],
    [3600, /^Try again in (1 hr|59 min)/],
  ] as const) {
    portal.azure.faults.answer(versionPut, {
      status: 429,
      body: { error: { code: 'TooManyRequests', message: 'Slow down.' } },
      headers: { 'retry-after': String(seconds) },
    })
    const answer = page.waitForResponse((response) => response.request().method() === 'PUT')
    await wizard.create()
    await answer
    await expect(page.getByText('Azure is limiting requests', { exact: true })).toBeVisible()
    await expect(page.getByText(time)).toBeVisible()
    expect(versionPuts(portal)).toEqual([])
    await wizard.goTo('Basics')
    await expect(wizard.field('Version number')).toHaveValue('6.0.0')
    await wizard.review()
  }
  await wizard.create()
  await expect(page.getByRole('heading', { name: '6.0.0' })).toBeVisible()
  expectMadeOnce(portal, 1)

  portal.clock.advance(3_600_000)
  // The next version begins as this one is.
  const definition = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
  await follow(page, `/create-image-version?${new URLSearchParams({ definition })}`)
  await expect(page.getByText('Validation passed')).toBeVisible()
  const { faults } = portal.azure
  const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: '1764000000' } } })
  const challenge = `Bearer authorization_uri="https://login.microsoftonline.com/", error="insufficient_claims", claims="${btoa(claims)}"`
  const body = { error: { code: 'InvalidAuthenticationToken', message: 'The session was revoked.' } }
  faults.answer(
    { ...versionPut, path: /\/versions\/6\.0\.1$/i },
    { status: 401, body, headers: { 'www-authenticate': challenge } },
  )
  // No token without the user: not for the server, nor by the browser's refresh token, nor in its hidden frame.
  const refused = {
    status: 400,
    headers: { 'access-control-allow-origin': '*' },
    body: { error: 'interaction_required', error_description: 'AADSTS50173: revoked', claims },
  }
  for (let grant = 0; grant < 5; grant += 1) faults.answer({ method: 'POST', path: /\/oauth2\/v2\.0\/token$/ }, refused)
  await wizard.create()
  const verify = page
    .getByRole('alertdialog', { name: 'Verify your identity to continue' })
    .getByRole('button', { name: 'Verify' })
  await expect(verify).toBeVisible()
  faults.clear()
  await verify.click()
  await expect(page.getByRole('heading', { name: '6.0.1' })).toBeVisible()
  expectMadeOnce(portal, 2)
})

test('F27: the open page of a replication asks every 15 seconds', async ({ page, openWizard }) => {
  // as on Azure; the demonstration asks more often
  await page.route('**/api/configuration', async (route) => {
    const response = await route.fetch()
    const text = await response.text()
    await route.fulfill({ response, body: text.replace(/"replicationPollMs":\d+/, '"replicationPollMs":15000') })
  })
  await page.clock.install()
  const wizard = await openWizard()
  await wizard.version('6.0.0')
  await wizard.managedImage('myImage')
  await wizard.reviewAndCreate()
  await expect(page.getByRole('heading', { name: '6.0.0' })).toBeVisible()
  let polls = 0
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/image-version') polls += 1
  })
  await page.clock.pauseAt(Date.now() + 60_000)
  for (let seconds = 0; seconds < 120; seconds += 5) {
    await page.clock.runFor(5_000)
    // what the page has asked for is answered before the next seconds
    await page.evaluate(() => fetch('/livez'))
  }
  // one more may have been on its way before
  expect(polls).toBeGreaterThanOrEqual(7)
  expect(polls).toBeLessThanOrEqual(9)
})

test('what Azure has not told is not judged: the wizard says so, and the facts come with the answer', async ({
  page,
  openWizard,
}) => {
  const wizard = await openWizard()
  await wizard.managedImage('myImage')
  await wizard.goTo('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  await page.route('**/api/inventory?*', (route) =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      json: { type: 'about:blank', title: '', status: 403, code: 'ForbiddenByAzure', correlationId: 'c' },
    }),
  )
  await page.reload()
  const again = page.getByRole('tabpanel').getByRole('button', { name: 'Try again' })
  await expect(again).toBeVisible()
  await expect(page.getByText(/No matching set/)).toHaveCount(0)
  await expect(page.getByRole('link', { name: /^Encryption \(/ })).toHaveCount(0)
  await wizard.goTo('Basics')
  await expect(wizard.field('Version number')).toHaveAccessibleDescription('Use Major.Minor.Patch, for example 1.0.0.')
  await expect(page.getByRole('group', { name: 'Next version numbers' })).toHaveCount(0)
  await wizard.goTo('Encryption')
  await page.unroute('**/api/inventory?*')
  await again.click()
  await expect(wizard.cell('West US', 'OS disk')).toBeVisible()
  await expect(again).toHaveCount(0)
  await wizard.goTo('Basics')
  await expect(page.getByRole('group', { name: 'Next version numbers' })).toBeVisible()
})

/** Resource Graph answers no query: in its place, Azure Resource Manager says that it waited in vain. */
function silenceResourceGraph({ azure }: Portal): void {
  for (let query = 0; query < 200; query += 1)
    azure.faults.answer(
      { method: 'POST', path: /\/providers\/Microsoft\.ResourceGraph\// },
      { status: 504, body: { error: { code: 'GatewayTimeout', message: 'No answer.' } } },
    )
}

const notResponding = 'Azure Resource Graph isn’t responding'

test('F52: what of a page needs Resource Graph says so once, and what does not is as usual', async ({
  page,
  portal,
}) => {
  silenceResourceGraph(portal)
  await signIn(page, portal, 'Ada', '/')
  const tile = page.getByRole('region', { name: 'Image versions by encryption' })
  const main = page.getByRole('main')
  for (const part of [tile, page.getByRole('region', { name: 'Key health' })])
    await expect(part.getByText('Not available')).toBeVisible()
  await expect(main.getByText(notResponding)).toHaveCount(1)
  await expect(main.getByRole('button', { name: 'Try again' })).toHaveCount(1)
  // Each is seen whole.
  const clipped = page
    .locator('main :is(section, section *)')
    .evaluateAll(
      (all) =>
        all.filter((each) => each.scrollHeight > each.clientHeight + 1 && getComputedStyle(each).overflowY === 'auto')
          .length,
    )
  expect(await clipped).toBe(0)
  await page.getByRole('button', { name: /^Notifications/ }).click()
  await expect(page.getByRole('dialog').getByText(notResponding)).toBeVisible()
  await page.keyboard.press('Escape')

  await follow(page, `/image-version?id=${encodeURIComponent(`${ubuntuWeb}/versions/1.1.0`)}`)
  await expect(page.getByRole('heading', { name: '1.1.0' })).toBeVisible()
  await expect(page.getByRole('row', { name: /^West US.*Completed/ })).toBeVisible()

  portal.azure.faults.clear()
  // All of them are read again at once.
  await page.goto(portal.url)
  await expect(tile.getByRole('listitem')).toHaveCount(3)
  silenceResourceGraph(portal)
  await page.reload()
  await expect(main.getByText(notResponding)).toHaveCount(1)
  portal.azure.faults.clear()
  await main.getByRole('button', { name: 'Try again' }).click()
  // those that have versions: the two others are behind a disclosure
  await expect(tile.getByRole('listitem')).toHaveCount(3)
  await expect(page.getByText(notResponding)).toHaveCount(0)
})
