import type { Page } from '@playwright/test'
import { expectAxeClean, expectAxeCleanInAllColorsAndNarrow } from '../support/axe-clean.ts'
import {
  compute,
  expect,
  follow,
  productionSubscriptionId,
  signIn,
  storeChoices,
  test,
  type Portal,
} from '../support/portal.ts'
import { chooseIn } from '../support/wizard.ts'

/** All that was checked of the subscription of the demo's images. */
async function openAll({ page, portal }: { page: Page; portal: Portal }, user = 'Ada'): Promise<void> {
  await signIn(page, portal, user, `/check-my-access?subscription=${productionSubscriptionId(portal)}#all`)
  await expect(page.getByRole('heading', { name: 'Subscription registrations' })).toBeVisible()
}

const verdict = (page: Page, text: string) => page.getByRole('status').getByText(text)

test('opens on the subscription used last, with the verdict, what is allowed behind one button, and by the addresses of the two pages that it was', async ({
  page,
  portal,
}) => {
  await signIn(
    page,
    portal,
    'Ada',
    `/create-image-version?${new URLSearchParams({ definition: `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web` })}`,
  )
  await expect(page.getByRole('heading', { name: 'Create VM image version' })).toBeVisible()
  await expect(page.getByText('Validation passed')).toBeVisible()
  await page.getByRole('button', { name: /^Account of Ada/ }).click()
  await page.getByRole('menuitem', { name: 'Check my access' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Check my access' })).toBeFocused()
  // The first one in the list is Contoso Development.
  await expect(page.getByRole('combobox', { name: 'Subscription' })).toHaveText('Contoso Production')
  await expect(verdict(page, 'Ready to create encrypted image versions')).toBeVisible()
  const rows = page.getByRole('region', { name: 'Needs attention' }).getByRole('row')
  await expect(rows).toHaveCount(2)
  await expect(rows.last()).toContainText('Microsoft.Authorization/roleAssignments/write')
  await expect(page.getByRole('main').getByRole('table')).toHaveCount(1)
  await page.getByText('Show all checks').click()
  await expect(page.getByRole('main').getByRole('table')).toHaveCount(4)

  const subscription = productionSubscriptionId(portal)
  await follow(page, `/prerequisites?subscription=${subscription}`)
  await expect(page.getByRole('combobox', { name: 'Subscription' })).toHaveText('Contoso Production')
  await expect(page).toHaveURL(new RegExp(`/check-my-access\\?subscription=${subscription}$`))
  await follow(page, '/connection-check')
  await expect(page).toHaveURL(/\/check-my-access$/)
  await expect(page.getByRole('heading', { name: 'Check my access' })).toBeVisible()
})

test('a registration is watched in Azure over leaving, coming back and another browser, and each says whether its sign-in used multifactor authentication', async ({
  page,
  portal,
  anotherBrowser,
}) => {
  const said = (seenBy: Page, region: string) => seenBy.getByRole('region', { name: region })
  await openAll({ page, portal })
  await expect(said(page, 'Multifactor authentication')).toContainText('This sign-in used multifactor authentication.')
  // The historic feature holds nothing back, registered or not.
  const historic = page.getByRole('row', { name: /SIGEncryption feature/ })
  await expect(historic).toContainText('generally available')
  await expect(historic).toContainText('Not registered')
  // It is the last one, and has no action; what is asked is answered first.
  await expect(page.getByRole('table', { name: 'Subscription registrations' }).getByRole('row').last()).toContainText(
    'SIGEncryption feature',
  )
  await expect(page.getByRole('button', { name: 'Register SIGEncryption' })).toHaveCount(0)
  await expect(verdict(page, 'Ready to create encrypted image versions')).toBeVisible()

  const state = (seenBy: Page) => seenBy.getByRole('row', { name: /EncryptionAtHost feature/ })
  await expect(state(page)).toContainText('Not registered')
  await page.getByRole('button', { name: 'Register EncryptionAtHost' }).click()
  await expect(state(page)).toContainText('Registering')
  await page.getByRole('link', { name: 'Image versions' }).click()
  await expect(page.getByRole('heading', { name: 'Image versions' })).toBeVisible()
  await page.goBack()
  await expect(state(page)).toContainText('Registering')
  const other = await anotherBrowser()
  await openAll({ page: other, portal }, 'Sam')
  await expect(state(other)).toContainText('Registering')
  await expect(said(other, 'Needs attention')).toContainText('This sign-in didn’t use multifactor authentication.')
  await expectAxeClean(other, 'multifactor authentication')
  portal.clock.advance(60_000)
  await expect(state(page)).toContainText('Registered')
  await expect(state(other)).toContainText('Registered')
})

test('rights that were given for a gallery alone show at that gallery', async ({ page, portal }) => {
  await openAll({ page, portal }, 'Eva')
  const write = page
    .getByRole('table', { name: 'Your permissions' })
    .getByRole('row', { name: /galleries\/images\/versions\/write/ })
  await expect(write).toContainText(/Not allowed|Unknown/)
  await chooseIn(page.getByRole('combobox', { name: 'Scope' }), 'Gallery contosoGallery')
  await expect(write).toContainText('Allowed')
  await expect(write).not.toContainText('Not allowed')
})

test('the page with all checks is axe clean, in Italian, with a warning and without', async ({ page, portal }) => {
  const registration = `${productionSubscriptionId(portal)}/Microsoft.Network`.toLowerCase()
  portal.azure.world.registrations.set(registration, { to: 'Unregistered', endsAt: 0 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await storeChoices(page, { language: 'it' })
  await page.goto(`${portal.url}/check-my-access?subscription=${productionSubscriptionId(portal)}`)
  await page.getByRole('main').getByRole('button', { name: 'Accedi', exact: true }).click()
  await page.getByRole('button', { name: /^Rita\b/ }).click()
  await expect(page.getByRole('heading', { name: 'Richiesta per un amministratore' })).toBeVisible()
  await expect(page.getByText('Avvisi: 1.')).toBeVisible()
  await page.getByText('Mostra tutti i controlli').click()
  await expect(page.getByText('SIGEncryption').first()).toBeVisible()
  await expectAxeCleanInAllColorsAndNarrow(page, 'a warning')
  portal.azure.world.registrations.clear()
  await page.getByRole('button', { name: 'Controlla di nuovo' }).click()
  await expect(page.getByText('Tutti i passaggi sono riusciti.')).toBeVisible()
  await expectAxeClean(page, 'no warning')
})

test('without a subscription, a version can be created nowhere, and each place says why', async ({ page, portal }) => {
  const why = /doesn’t have access to an Azure subscription/
  const create = page.getByRole('main').getByRole('button', { name: 'Create image version' })
  await signIn(page, portal, 'Noor', '/')
  await expect(create).toHaveAccessibleDescription(why)
  await expect(create).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('link', { name: 'Image versions', exact: true }).first().click()
  await expect(page.getByRole('heading', { name: 'Image versions', level: 1 })).toBeVisible()
  await expect(create).toHaveAttribute('aria-disabled', 'true')
  await expect(create).toHaveAccessibleDescription(why)
  await page.keyboard.press('Control+k')
  const search = page.getByRole('dialog', { name: 'Search' })
  await search.getByRole('combobox').fill('create image version')
  const option = search.getByRole('option', { name: /^Create image version/ })
  await expect(option).toHaveAttribute('aria-disabled', 'true')
  await expect(option).toContainText(why)
  await expectAxeClean(page, 'a result that is disabled')
  await page.keyboard.press('Enter')
  await expect(search).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(search).toBeHidden()
  await follow(page, '/check-my-access')
  await expect(page.getByText('No subscriptions to display')).toBeVisible()
  await expect(page.getByRole('row', { name: /^Azure Resource Manager/ })).toContainText('No subscriptions found')
})
