import { expectAxeClean } from '../support/axe-clean.ts'
import {
  anotherTab,
  callersOf,
  compute,
  endSession,
  expect,
  follow,
  pickUser,
  productionSubscriptionId,
  signIn,
  test,
  versionPuts,
} from '../support/portal.ts'
import { openSubscription } from '../support/wizard.ts'

test('W06: the draft survives a reload, a sign-out of the page’s session, and the sign-in after it', async ({
  page,
  openWizard,
}) => {
  const wizard = await openWizard()
  await wizard.version('7.7.7')
  await wizard.managedImage('myImage')
  await wizard.next('Replication')
  await wizard.addRegion('East US 2')
  await page.reload()
  await expect(page.getByRole('tab', { name: /^Replication/ })).toHaveAttribute('aria-selected', 'true')
  await expect(wizard.region('East US 2')).toBeVisible()
  await wizard.goTo('Basics')
  await expect(wizard.field('Version number')).toHaveValue('7.7.7')

  await endSession(page)
  await page.reload()
  // Entra ID still has the session, so the button is enough.
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(wizard.field('Version number')).toHaveValue('7.7.7')
})

test('who is away for an hour is asked, then signed out, and finds the draft again', async ({ page, openWizard }) => {
  await page.clock.install()
  const wizard = await openWizard()
  await wizard.version('7.7.7')
  await page.clock.fastForward('58:30')
  const question = page.getByRole('alertdialog', { name: 'Are you still there?' })
  await expect(question).toBeVisible()
  await expectAxeClean(page, 'the question')
  await page.keyboard.press('Enter')
  await expect(question).toBeHidden()
  await expect(wizard.field('Version number')).toBeFocused()

  await page.clock.fastForward('01:01:00')
  await expect(page.getByText(/You were signed out after an hour of inactivity/)).toBeVisible()
  await expectAxeClean(page, 'the page after it')
  await expect(page.getByText('7.7.7')).toHaveCount(0)
  const stored = await page.evaluate(() => JSON.stringify([Object.keys(sessionStorage), Object.keys(localStorage)]))
  expect(stored).not.toContain('accesstoken')
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(wizard.field('Version number')).toHaveValue('7.7.7')
})

test('W10: signing out leaves nothing behind, in no tab and not behind the Back button', async ({
  page,
  portal,
  openWizard,
}) => {
  const wizard = await openWizard()
  await wizard.version('7.7.7')
  const other = await anotherTab(page, `${portal.url}/galleries`)
  await openSubscription(other, 'Contoso Production')
  await expect(other.getByRole('link', { name: 'contosoGallery', exact: true })).toBeVisible()
  await page.getByRole('button', { name: /^Account of Ada/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).press('Enter')
  for (const tab of [page, other]) {
    await expect(tab.getByRole('main').getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
    await expect(tab.getByText('contosoGallery')).toHaveCount(0)
    const keys = await tab.evaluate(() => [...Object.keys(sessionStorage), ...Object.keys(localStorage)])
    expect(keys.filter((key) => /draft|asked|unanswered|token|urlHash/i.test(key))).toEqual([])
  }
  await page.goBack()
  await expect(page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(page.getByText('7.7.7')).toHaveCount(0)
})

test('two accounts in one browser: each sees its own subscriptions, and no draft of the other', async ({
  page,
  openWizard,
}) => {
  const wizard = await openWizard()
  await wizard.version('7.7.7')
  const adasWizard = page.url()
  await page.getByRole('button', { name: /^Account of Ada/ }).click()
  await page.getByRole('menuitem', { name: 'Sign in with another account' }).press('Enter')
  await pickUser(page, 'Ben')
  await follow(page, '/image-versions/galleries')
  await expect(page.getByRole('link', { name: 'devGallery', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'contosoGallery', exact: true })).toHaveCount(0)
  await follow(page, adasWizard)
  await expect(page.getByText('7.7.7')).toHaveCount(0)

  await page.getByRole('button', { name: /^Account of Ben/ }).click()
  await page.getByRole('menuitem', { name: /Ada/ }).press('Enter')
  await expect(page.getByRole('button', { name: /^Account of Ada/ })).toBeVisible()
  await follow(page, adasWizard)
  await expect(wizard.field('Version number')).toHaveValue('7.7.7')

  // Signing out of the one account is not signing in to the other.
  await page.getByRole('button', { name: /^Account of Ada/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).press('Enter')
  await expect(page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Account of/ })).toHaveCount(0)
  await page.getByRole('button', { name: /^Continue as Ben/ }).click()
  await expect(page.getByRole('button', { name: /^Account of Ben/ })).toBeVisible()
})

test('a deep link is where the sign-in ends; two users in two browsers at once never see each other’s data', async ({
  page,
  portal,
  anotherBrowser,
}) => {
  const second = await anotherBrowser()
  const definition = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
  const deepLink = `/image-definition?id=${encodeURIComponent(definition)}`
  await Promise.all([signIn(page, portal, 'Ada', deepLink), signIn(second, portal, 'Ben')])
  await expect(page.getByRole('heading', { name: 'ubuntu-web' })).toBeVisible()
  expect(new URL(page.url()).hash).toBe('')
  await follow(page, '/image-versions/galleries')
  await openSubscription(page, 'Contoso Production')
  for (let round = 0; round < 3; round++) {
    await Promise.all([page.reload(), second.reload()])
    await expect(page.getByRole('link', { name: 'contosoGallery', exact: true })).toBeVisible()
    await expect(second.getByRole('link', { name: 'devGallery', exact: true })).toBeVisible()
    await expect(second.getByRole('link', { name: 'contosoGallery', exact: true })).toHaveCount(0)
  }
  expect(await callersOf(portal)).toHaveLength(2)
  // Ben's browser never requested anything about Ada's subscription from Azure.
  const ben = portal.azure.world.users.find((user) => user.userPrincipalName.startsWith('ben@'))
  const bens = portal.azure.requests.filter((request) => request.userObjectId === ben?.id)
  expect(bens.length).toBeGreaterThan(0)
  expect(bens.filter((request) => request.path.includes(productionSubscriptionId(portal)))).toEqual([])
})

test('F19: Azure asks for a second factor in the middle of a submit: verified, and it goes on with nothing retyped', async ({
  page,
  portal,
  openWizard,
}) => {
  const wizard = await openWizard({ user: 'Sam' })
  await wizard.version('8.0.0')
  await wizard.managedImage('myImage')
  await wizard.goTo('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet2')
  await wizard.reviewAndCreate()

  await page
    .getByRole('alertdialog', { name: 'Verify your identity to continue' })
    .getByRole('button', { name: 'Verify' })
    .click()
  await page.getByRole('button', { name: /^Approve/ }).click()

  await expect(page.getByRole('heading', { name: '8.0.0' })).toBeVisible()
  const accepted = portal.azure.requests.filter((request) => request.method === 'PUT' && request.status === 201)
  expect(accepted).toHaveLength(1)
  expect(versionPuts(portal).at(-1)).toMatchObject({
    properties: { publishingProfile: { targetRegions: [{ encryption: { osDiskImage: {} } }] } },
  })
})
