import { expect, signIn, test } from '../support/portal.ts'
import { announcements, watchAnnouncements } from './measures/announcements.ts'

test('a fill, a validation and a finished copy are each announced once', async ({ page, portal, wizard }) => {
  await watchAnnouncements(page)
  await signIn(page, portal, 'Ada', '/')
  await page.getByRole('link', { name: 'Create next version in ubuntu-web' }).click()
  await wizard.startEmpty()
  await wizard.version('9.0.0')
  await wizard.managedImage('myImage')
  await wizard.goTo('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  await expect(wizard.cell('West US', 'LUN 0')).toBeVisible()
  await announcements(page)

  // The state of a set's key is announced as well if it is read after the panel below the grid has come.
  const ofFill = async () => (await announcements(page)).filter((text) => text !== 'Ready')
  await wizard.set('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
  expect.soft(await ofFill()).toEqual(['1 to do'])
  await wizard.set('West US', 'LUN 0', 'WestUSDiskEncryptionSet2')
  expect.soft(await ofFill()).toEqual(['Nothing to do'])

  await wizard.review()
  await expect(page.getByText('Validation passed')).toBeVisible()
  expect.soft(await announcements(page)).toEqual([expect.stringMatching(/^Validation passed/)])

  await wizard.create()
  await expect(page.getByRole('heading', { name: '9.0.0' })).toBeVisible()
  // The heading is of the address: the version is read after it.
  await expect.poll(() => announcements(page)).toContain('Replication: 0%')
  portal.clock.advance(600_000)
  await expect(page.getByText('Succeeded', { exact: true }).first()).toBeVisible()
  expect.soft(await announcements(page)).toEqual(['Replication completed in every target region'])
})
