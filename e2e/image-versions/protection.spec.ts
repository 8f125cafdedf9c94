import type { Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { compute, expect, productionSubscriptionId, signIn, test, type Portal } from '../support/portal.ts'
import { selectMore } from '../support/wizard.ts'

const versionId = (portal: Portal) => `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web/versions/1.0.0`
const pageOf = (portal: Portal) => `/image-version?id=${encodeURIComponent(versionId(portal))}`
const lockType = 'Microsoft.Authorization/locks'
const protection = (page: Page) => page.getByRole('region', { name: 'Protection' })

function lock({ azure }: Portal, scope: string, level: string, notes = ''): void {
  const name = 'freeze'
  const properties = { level, ...(notes !== '' && { notes }) }
  azure.world.store.put({
    id: `${scope}/providers/${lockType}/${name}`,
    type: lockType,
    name,
    location: '',
    properties,
  })
}

test('a version’s locks are on its page, set and removed by those with permission, and said before a deletion', async ({
  page,
  portal,
}) => {
  const { users, roleAssignments } = portal.azure.world
  const principalId = users.find(({ displayName }) => displayName.startsWith('Ada'))?.id ?? ''
  const scope = `/subscriptions/${productionSubscriptionId(portal)}`
  roleAssignments.push({ principalId, role: 'User Access Administrator', scope })
  await signIn(page, portal, 'Ada', pageOf(portal))
  await expect(protection(page).getByText('None')).toBeVisible()

  await selectMore(page, 'Add lock')
  const dialog = page.getByRole('dialog', { name: 'Add a lock to version ubuntu-web 1.0.0' })
  await dialog.getByRole('textbox', { name: 'Notes' }).fill('Released')
  await dialog.getByText('Request, based on the current version').click()
  await expect(dialog.locator('pre').first()).toContainText(`${lockType}/do-not-delete?api-version=2020-05-01`)
  await dialog.getByText('Azure CLI').click()
  await expect(dialog.locator('pre').last()).toContainText("az lock create --name='do-not-delete'")
  await expectAxeClean(page, 'add a lock')
  await dialog.getByRole('button', { name: 'Add lock' }).click()
  await expect(dialog).toBeHidden()
  await expect(protection(page).getByText('Delete lock on this version')).toBeVisible()
  await expect(protection(page).getByText('Released')).toBeVisible()
  const locks = () => portal.azure.world.store.list(versionId(portal), lockType)
  expect(locks().map(({ properties }) => properties)).toEqual([{ level: 'CanNotDelete', notes: 'Released' }])

  await selectMore(page, 'Delete')
  const deletion = page.getByRole('dialog', { name: 'Delete image version 1.0.0' })
  await expect(deletion.getByText('Lock on: this version.')).toBeVisible()
  await expect(deletion.getByRole('button', { name: 'Delete' })).toHaveCount(0)
  await deletion.getByRole('button', { name: 'Close' }).click()

  await protection(page).getByRole('button', { name: 'Remove lock do-not-delete' }).click()
  const removal = page.getByRole('dialog', { name: 'Remove lock do-not-delete?' })
  await removal.getByRole('button', { name: 'Remove lock' }).click()
  await expect(removal).toBeHidden()
  await expect(protection(page).getByText('None')).toBeVisible()
  expect(locks()).toEqual([])
  await expectNoSideways(page, 'a version')
})

test('an inherited lock is said where a change would meet it, and Azure’s refusal is explained', async ({
  page,
  portal,
}) => {
  lock(portal, compute(portal).split('/providers')[0] ?? '', 'ReadOnly', 'Audit')
  await signIn(page, portal, 'Ada', pageOf(portal))
  await expect(protection(page).getByText('Read-only lock on resource group myResourceGroup')).toBeVisible()
  await expect(protection(page).getByRole('button', { name: /^Remove/ })).toHaveCount(0)

  // Ada may not set locks: she gets the request, and the command for an owner.
  await selectMore(page, 'Add lock')
  const dialog = page.getByRole('dialog', { name: /^Add a lock/ })
  await expect(dialog.getByText(/Role: User Access Administrator, Owner/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Add lock' })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await selectMore(page, 'Revoke')
  const revoke = page.getByRole('dialog', { name: 'Revoke version 1.0.0?' })
  await expect(revoke.getByText('Azure will deny this change')).toBeVisible()
  await revoke.getByRole('textbox', { name: 'Reason' }).fill('Flaw')
  await revoke.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(revoke.getByText(/A lock prevents this, set on: myResourceGroup/)).toBeVisible()
  await expectAxeClean(page, 'a refused revocation')
})
