import { expect, signIn, test } from '../support/portal.ts'

test('signing in leads to Home, and an old link to the galleries of a subscription still leads there', async ({
  page,
  portal,
}) => {
  await signIn(page, portal, 'Ada', '/')
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: 'Create image version' }).first()).toBeVisible()
  const [subscription] = portal.azure.world.subscriptions
  await page.goto(`${portal.url}/?subscription=${subscription?.subscriptionId ?? ''}`)
  await expect(page).toHaveURL(/\/galleries\?subscription=/)
  await expect(page.getByRole('link', { name: 'contosoGallery', exact: true })).toBeVisible()
})
