import { anotherTab, compute, endSession, expect, signIn, test, versionPuts } from '../support/portal.ts'
import { goToNextVersion, nextVersionPut, readyToCreate, versionPut } from '../support/ready-to-create.ts'
import { Wizard } from '../support/wizard.ts'

const created = { name: 'ubuntu-web 1.1.1', exact: true }
const createdNext = { name: 'ubuntu-web 1.1.2', exact: true }

test('W02: the tab is closed while Azure is asked: the wizard, opened again, finds the version; a tab that takes over meanwhile sends nothing a second time', async ({
  page,
  portal,
  wizard,
}) => {
  await readyToCreate(page, portal)
  const address = page.url()
  const context = page.context()
  const held = portal.azure.faults.holdAnswer(versionPut)
  await wizard.create()
  await held.arrived
  await page.close()
  const tab = await context.newPage()
  await tab.goto(address)
  await tab.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(tab.getByText('Checking the result in Azure')).toBeVisible()
  // Not before: a closing page still receives a response that arrives at once.
  held.release()
  await expect(tab.getByRole('heading', created)).toBeVisible()
  await expect(tab.getByRole('banner').getByRole('button', { name: '1 in progress' })).toBeVisible()
  expect(versionPuts(portal)).toHaveLength(1)

  portal.clock.advance(3_600_000)
  await goToNextVersion(tab, portal)
  const heldNext = portal.azure.faults.holdAnswer(nextVersionPut)
  await new Wizard(tab, portal.url).create()
  await heldNext.arrived
  const other = await anotherTab(tab, tab.url())
  await other.getByRole('button', { name: 'Take over here' }).click()
  await expect(other.getByText('Checking the result in Azure')).toBeVisible()
  heldNext.release()
  await expect(other.getByRole('heading', createdNext)).toBeVisible()
  expect(versionPuts(portal)).toHaveLength(2)
})

test('W04: the same version is created from two places at once: one PUT, and both show it', async ({
  page,
  portal,
  wizard,
  anotherBrowser,
}) => {
  const second = await anotherBrowser()
  const other = new Wizard(second, portal.url)
  await readyToCreate(page, portal)
  await readyToCreate(second, portal)
  const held = portal.azure.faults.holdAnswer(versionPut)
  await wizard.create()
  await held.arrived
  await other.create()
  await expect(second.getByRole('button', { name: 'Creating…' })).toBeVisible()
  held.release()
  for (const tab of [page, second]) await expect(tab.getByRole('heading', created)).toBeVisible()
  expect(versionPuts(portal)).toHaveLength(1)
})

test('W05: a double click, Enter, back and forward again: one PUT', async ({ page, portal }) => {
  const id = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
  await signIn(page, portal, 'Ada', `/image-definition?${new URLSearchParams({ id })}`)
  await page.getByRole('link', { name: 'Create version' }).first().click()
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeEnabled()
  const held = portal.azure.faults.holdAnswer(versionPut)
  let sent = 0
  page.on('request', (request) => {
    if (request.method() === 'PUT' && new URL(request.url()).pathname === '/api/image-versions') sent += 1
  })
  await page.getByRole('button', { name: 'Create', exact: true }).dblclick()
  await page.keyboard.press('Enter')
  await held.arrived
  // The server would send Azure one of several, too.
  expect(sent).toBe(1)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'ubuntu-web' })).toBeVisible()
  await page.goForward()
  await expect(page.getByText('Checking the result in Azure')).toBeVisible()
  held.release()
  await expect(page.getByRole('heading', created)).toBeVisible()
  expect(versionPuts(portal)).toHaveLength(1)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'ubuntu-web' })).toBeVisible()
})

test('W07, W08: offline at the click: nothing is queued, and nothing is sent before the user asks for it again; the session ends between the click and the answer: signed in again, the version is found', async ({
  page,
  portal,
  wizard,
}) => {
  await readyToCreate(page, portal)
  await page.context().setOffline(true)
  await wizard.create()
  await expect(page.getByText('Checking the result in Azure')).toBeVisible()
  await page.context().setOffline(false)
  const sendAgain = page.getByRole('button', { name: 'Send again' })
  await expect(sendAgain).toBeVisible()
  expect(versionPuts(portal)).toHaveLength(0)
  await sendAgain.click()
  await expect(page.getByRole('heading', created)).toBeVisible()
  expect(versionPuts(portal)).toHaveLength(1)

  portal.clock.advance(3_600_000)
  await goToNextVersion(page, portal)
  const held = portal.azure.faults.holdAnswer(nextVersionPut)
  await wizard.create()
  await held.arrived
  await endSession(page)
  await page.reload()
  held.release()
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', createdNext)).toBeVisible()
  expect(versionPuts(portal)).toHaveLength(2)
})
