import { expect, signIn, test } from '../support/portal.ts'
import { addUngrantedSets } from '../support/ungranted-sets.ts'

// The health of all keys: problems by cause, each fixed for all of its sets in one pass.

test('fixes seven sets of one cause in one pass: one fails and says why, the others are done', async ({
  page,
  portal,
}) => {
  const { azure } = portal
  addUngrantedSets(azure, 7)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, portal, 'Vera', '/disk-encryption-sets/key-health')
  const cause = page
    .getByRole('table', { name: 'Problems by cause' })
    .getByRole('row')
    .filter({ hasText: 'kv-contoso-wus' })
    .filter({ hasText: 'No access to the key' })
  await expect(cause.getByText('7 sets', { exact: true })).toBeVisible()
  await cause.getByRole('button', { name: 'Fix 7 sets…' }).click()

  const dialog = page.getByRole('dialog', { name: 'No access to the key: kv-contoso-wus' })
  const changes = dialog.getByRole('table', { name: 'Change' })
  await expect(changes.getByText('Assign role Key Vault Crypto Service Encryption User')).toHaveCount(7)
  await expect(changes.getByText('Not applied yet')).toHaveCount(7)
  await dialog.getByText('Requests to Azure').click()
  await expect(dialog.getByRole('region', { name: 'Requests' })).toContainText(/roleAssignments/)
  const grants = () =>
    azure.world.roleAssignments.filter(({ principalId }) => principalId.startsWith('0c0ffee0-0000-4000-8000'))
  expect(grants()).toEqual([])

  const assignment = { method: 'PUT', path: /\/roleAssignments\// }
  const error = { code: 'RoleAssignmentLimitExceeded', message: 'No more role assignments can be created.' }
  azure.faults.answer(assignment, { status: 400, body: { error } })
  // The answer of another is lost: a look shows that it was made.
  azure.faults.dropAnswer(assignment)
  await dialog.getByRole('button', { name: 'Apply 7 changes' }).click()
  await expect(dialog.getByText('Completed: 7 of 7')).toBeVisible()
  await expect(changes.getByText('Done', { exact: true })).toHaveCount(6)
  await expect(changes.getByText('Failed', { exact: true })).toHaveCount(1)
  await changes.getByText('Details', { exact: true }).click()
  await expect(changes.getByText(/RoleAssignmentLimitExceeded/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Copy result' }).click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n').filter((line) => /^ungranted-\d\tDone\t/.test(line))).toHaveLength(6)
  expect(copied).toMatch(/^ungranted-\d\tFailed\tRoleAssignmentLimitExceeded: /m)

  await dialog.getByRole('button', { name: 'Retry 1 failed change' }).click()
  await expect(changes.getByText('Done', { exact: true })).toHaveCount(7)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(cause).toHaveCount(0)
  expect(new Set(grants().map(({ principalId }) => principalId)).size).toBe(7)
  expect(grants()).toHaveLength(7)
})

test('shows what is due in the next twelve months, and leads from a set to its page and its impact', async ({
  page,
  portal,
}) => {
  await signIn(page, portal, 'Ada', '/disk-encryption-sets/key-health')
  const calendar = page.getByRole('table', { name: 'Expirations and rotations, next 12 months' })
  await expect(calendar.getByRole('row')).toHaveCount(13)
  await expect(calendar.getByRole('row', { name: /^November 2026/ })).toContainText('expiring-key (kv-roles-wus)')
  await expect(calendar.getByRole('row', { name: /^January 2027/ })).toContainText('Show all')
  await expect(page.getByText(/^Keys without an expiration date: \d+$/)).toBeVisible()

  const sets = page.getByRole('table', { name: 'All disk encryption sets' })
  await page.getByRole('searchbox').fill('WestUSExpiringKey')
  const row = sets.getByRole('row', { name: /WestUSExpiringKeyDiskEncryptionSet/ })
  await expect(row.getByText('key expires in 6 days')).toBeVisible()
  await expect(row.getByText('6 days left')).toBeVisible()
  await expect(row.getByText('Azure RBAC · All networks')).toBeVisible()
  await row.getByRole('link', { name: 'Show' }).click()
  await expect(page).toHaveURL(/\/disk-encryption-sets\/key-impact\?set=.*WestUSExpiringKeyDiskEncryptionSet/)
})
