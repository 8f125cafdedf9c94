import type { Page } from '@playwright/test'
import { contoso } from '@portal/azure-simulator'
import { expectAxeClean } from '../support/axe-clean.ts'
import { compute, expect, signIn, startPortal, test } from '../support/portal.ts'
import { Wizard } from '../support/wizard.ts'

const propagation = 60_000

async function opened() {
  const portal = await startPortal({
    world: contoso({ now: Date.parse('2026-11-24T09:00:00Z'), secondTeam: true }),
  })
  const version = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0`
  return { portal, version }
}

const roles = (page: Page) => page.getByRole('list', { name: 'Role assignments' }).getByRole('listitem')

test('a second team asks for access, gets it, deploys in its own subscription, and loses it again', async ({
  page: tomas,
  anotherBrowser,
}) => {
  test.setTimeout(100_000)
  const { portal, version } = await opened()
  const vera = await anotherBrowser()
  const page = `/image-version?${new URLSearchParams({ id: version })}`
  await signIn(tomas, portal, 'Tomas', page)
  await expect(tomas.getByText('Resource not found, or you don’t').first()).toBeVisible()
  await tomas.getByRole('button', { name: 'Request access' }).click()
  const request = tomas.getByText(/^Request: assign these roles/)
  await expect(request).toContainText('Role: Compute Gallery Image Reader. Scope: ')
  await expect(tomas.getByText('You can’t view the image versions')).toBeVisible()
  await expect(tomas.getByRole('button', { name: 'Give access' })).toHaveCount(0)
  await expectAxeClean(tomas, 'the request')
  const link = /In the portal: (\S+)/.exec((await request.textContent()) ?? '')?.[1] ?? ''

  // The link of the request opens the same for somebody who can assign roles.
  await signIn(vera, portal, 'Vera', link.slice(portal.url.length))
  await expect(roles(vera)).toHaveCount(5)
  for (const role of await roles(vera).all()) await expect(role).toContainText('Missing')
  await expectAxeClean(vera, 'what is missing')
  await vera.getByText('Show code').click()
  await expect(vera.getByText('az role assignment create').first()).toBeVisible()
  await vera.getByRole('button', { name: 'Give access' }).click()
  await expect(vera.getByText('Access given. Azure can take up to 10 minutes')).toBeVisible()
  for (const role of await roles(vera).all()) await expect(role).toContainText('Assigned')

  await tomas.reload()
  await expect(tomas.getByText('Resource not found').first()).toBeVisible()
  portal.clock.advance(propagation)
  await tomas.goto(`${portal.url}/create-virtual-machine?${new URLSearchParams({ version })}`)
  const wizard = new Wizard(tomas, portal.url)
  await wizard.choose('Subscription', 'Contoso Web')
  await wizard.choose('Existing resource group', 'webResourceGroup')
  await tomas.getByRole('textbox', { name: 'Virtual machine name' }).fill('web-01')
  await wizard.choose('Region', 'West US')
  await wizard.choose('Size', 'Standard_D2s_v5')
  await tomas.getByRole('radio', { name: 'Password' }).check()
  await tomas.locator('input[type=password]').fill('Correct-Horse-Battery-1')
  await wizard.next('Disks')
  for (const disk of ['OS disk', 'LUN 0'])
    await wizard.choose(`Key management of ${disk}`, 'WebWestUSDiskEncryptionSet')
  await wizard.review()
  await wizard.create()
  await expect(tomas.getByText('Creating the virtual machine')).toBeVisible()
  portal.clock.advance(propagation)
  const disks = tomas.getByRole('table', { name: 'Disks and keys' })
  await expect(disks.getByRole('row', { name: /^LUN 0/ })).toContainText('As requested')

  await vera.getByRole('button', { name: 'Remove access' }).click()
  await expect(vera.getByText('Access removed.')).toBeVisible()
  for (const role of await roles(vera).all()) await expect(role).toContainText('Missing')
  await tomas.goto(`${portal.url}${page}`)
  await expect(tomas.getByText('Resource not found').first()).toBeVisible()
  await portal.close()
})

test('somebody without permission to assign roles gets the request; who has a wider role is told where from', async ({
  page,
}) => {
  const { portal, version } = await opened()
  const { roleAssignments } = portal.azure.world
  const group = version.split('/providers')[0] ?? ''
  const subscription = group.split('/resourceGroups')[0] ?? ''
  roleAssignments.push(
    { principalId: 'c0470500-0000-4000-8000-00000000b201', role: 'Reader', scope: group },
    { principalId: 'c0470500-0000-4000-8000-00000000b008', role: 'Reader', scope: subscription },
  )
  await signIn(page, portal, 'Ada', `/gallery?${new URLSearchParams({ id: version.split('/images')[0] ?? '' })}`)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Give access' }).click()
  await page.getByRole('button', { name: 'Give access' }).click()
  await expect(page.getByText('Enter an object ID')).toBeVisible()
  await page.getByRole('textbox', { name: 'Object ID' }).fill('c0470500-0000-4000-8000-00000000b008')
  await expect(roles(page).first()).toContainText('Reader on myResourceGroup, through a group')
  await expect(roles(page).first()).toContainText('Reader on Contoso Production')
  await expect(page.getByText('Nothing is missing.')).toBeVisible()
  await page.getByRole('radio', { name: 'Manage its keys' }).check()
  await expect(page.getByText(/^Request: assign these roles/)).toContainText('Key Vault Crypto Officer')
  await expect(page.getByRole('button', { name: 'Give access' })).toHaveCount(0)
  await portal.close()
})
