import type { Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { anotherBrowser, expect, productionSubscriptionId, signIn, test, type Portal } from '../support/portal.ts'
import { chooseIn } from '../support/wizard.ts'

async function openPrerequisites(
  { page, portal }: { page: Page; portal: Portal },
  user = 'Ada',
  subscription = productionSubscriptionId(portal),
): Promise<void> {
  await signIn(page, portal, user, `/prerequisites?subscription=${subscription}`)
  await expect(page.getByRole('heading', { name: 'Prerequisites' })).toBeVisible()
}

test('a registration is watched in Azure over leaving, coming back and another browser', async ({
  page,
  portal,
  browser,
}) => {
  await openPrerequisites({ page, portal })
  const state = (seenBy: Page) => seenBy.getByRole('row', { name: /Feature EncryptionAtHost/ })
  await expect(state(page)).toContainText('Not registered')
  await page.getByRole('button', { name: 'Register EncryptionAtHost' }).click()
  await expect(state(page)).toContainText('Registering')
  await page.getByRole('link', { name: 'Image versions' }).click()
  await expect(page.getByRole('heading', { name: 'Image versions' })).toBeVisible()
  await page.goBack()
  await expect(state(page)).toContainText('Registering')
  const other = await anotherBrowser(browser)
  await openPrerequisites({ page: other, portal }, 'Sam')
  await expect(state(other)).toContainText('Registering')
  portal.clock.advance(60_000)
  await expect(state(page)).toContainText('Registered')
  await expect(state(other)).toContainText('Registered')
  await other.context().close()
})

test('the historic feature holds nothing back, registered or not', async ({ page, portal }) => {
  await openPrerequisites({ page, portal })
  const feature = page.getByRole('row', { name: /Feature SIGEncryption/ })
  await expect(feature).toContainText('generally available')
  await expect(feature).toContainText('Not registered')
  // It is the last one, and has no action; what is asked is answered first.
  await expect(page.getByRole('table', { name: 'Subscription registrations' }).getByRole('row').last()).toContainText(
    'Feature SIGEncryption',
  )
  await expect(page.getByRole('button', { name: 'Register SIGEncryption' })).toHaveCount(0)
  await expect(page.getByRole('status').getByText('Ready to create encrypted image versions')).toBeVisible()
})

test('a reader gets the words for an administrator, and no button', async ({ page, portal }) => {
  await openPrerequisites({ page, portal }, 'Rita')
  await expect(page.getByRole('heading', { name: 'Request for an administrator' })).toBeVisible()
  await expect(
    page.getByText(/az feature register --namespace Microsoft.Compute --name EncryptionAtHost/),
  ).toBeVisible()
  await expect(
    page.getByText(/a role that includes Microsoft.Compute\/galleries\/images\/versions\/write/),
  ).toBeVisible()
  await expect(page.getByText('Not ready to create encrypted image versions')).toBeVisible()
  await expect(page.getByText(/SIGEncryption:/)).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Register/ })).toHaveCount(0)
})

test('rights that were given for a gallery alone show at that gallery', async ({ page, portal }) => {
  await openPrerequisites({ page, portal }, 'Eva')
  const write = page.getByRole('row', { name: /galleries\/images\/versions\/write/ })
  await expect(write).toContainText(/Not allowed|Unknown/)
  await chooseIn(page.getByRole('combobox', { name: 'Scope' }), 'Gallery contosoGallery')
  await expect(write).toContainText('Allowed')
  await expect(write).not.toContainText('Not allowed')
})

for (const look of [
  { name: 'light', width: 1280, colorScheme: 'light', forcedColors: 'none', locale: 'en' },
  { name: 'dark, Italian, 400 px', width: 400, colorScheme: 'dark', forcedColors: 'none', locale: 'it' },
  { name: 'high contrast', width: 1280, colorScheme: 'dark', forcedColors: 'active', locale: 'en' },
] as const)
  test(`the page of prerequisites is axe clean: ${look.name}`, async ({ page, portal }) => {
    const { colorScheme, forcedColors, locale } = look
    await page.setViewportSize({ width: look.width, height: 900 })
    await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' })
    await page.addInitScript((language) => localStorage.setItem('language', language), locale)
    await page.goto(`${portal.url}/prerequisites`)
    await page
      .getByRole('main')
      .getByRole('button', { name: locale === 'it' ? 'Accedi' : 'Sign in', exact: true })
      .click()
    await page.getByRole('button', { name: /^Rita\b/ }).click()
    await expect(
      page.getByRole('heading', {
        name: locale === 'it' ? 'Richiesta per un amministratore' : 'Request for an administrator',
      }),
    ).toBeVisible()
    await expectAxeClean(page, 'the page')
    await expectNoSideways(page, 'the page')
  })

test('whether the sign-in used multifactor authentication, and what happens otherwise', async ({
  page,
  portal,
  browser,
}) => {
  const said = (seenBy: Page) => seenBy.getByRole('region', { name: 'Multifactor authentication' })
  await openPrerequisites({ page, portal })
  await expect(said(page)).toContainText('This sign-in used multifactor authentication.')
  const other = await anotherBrowser(browser)
  await openPrerequisites({ page: other, portal }, 'Sam')
  await expect(said(other)).toContainText('This sign-in didn’t use multifactor authentication.')
  await expectAxeClean(other, 'multifactor authentication')
  await other.context().close()
})
