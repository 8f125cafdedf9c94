import type { Locator, Page } from '@playwright/test'
import { compute, expect, follow, signIn, test, type Portal } from '../support/portal.ts'

const versionId = (portal: Portal, name: string) =>
  `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web/versions/${name}`

type Stored = NonNullable<ReturnType<Portal['azure']['world']['store']['get']>>

/** The states of the article's version, two regions of two disks with a set each, and the first action of each. */
const states: { name: string; change: (stored: Stored, now: number) => Partial<Stored>; action: string }[] = [
  { name: 'created', change: () => ({}), action: 'Create virtual machine' },
  {
    name: 'creating',
    change: (_, now) => ({
      change: { state: 'Creating', startedAt: now, endsAt: now + 3_600_000 },
      replication: {
        westus: { startedAt: now, endsAt: now + 1_800_000 },
        eastus2: { startedAt: now, endsAt: now + 3_600_000 },
      },
    }),
    action: 'Create virtual machine',
  },
  {
    name: 'failed in a region',
    change: (_, now) => ({
      change: {
        state: 'Creating',
        startedAt: now - 2,
        endsAt: now - 1,
        failure: { code: 'ReplicationJobsNotCompleted', message: 'Replication failed.' },
      },
      replication: {
        westus: { startedAt: now - 2, endsAt: now - 1 },
        eastus2: { startedAt: now - 2, endsAt: now - 1, failure: 'Failed with internal server error.' },
      },
    }),
    action: 'Repair…',
  },
  {
    name: 'excluded from latest',
    change: ({ properties }) => {
      const publishing = properties['publishingProfile']
      const before = typeof publishing === 'object' && !Array.isArray(publishing) ? publishing : {}
      return { properties: { ...properties, publishingProfile: { ...before, excludeFromLatest: true } } }
    },
    action: 'Promote…',
  },
  {
    name: 'revoked',
    change: () => ({ tags: { 'image-revoked': 'yes', 'image-revoked-reason': 'Vulnerable OpenSSL' } }),
    action: 'Undo revocation',
  },
]

/** What can be pressed on a page, apart from the way to it. */
function controlsOf(page: Page): Locator {
  return page
    .getByRole('main')
    .locator('a, button, summary, input, select, textarea')
    .and(page.locator(':not(nav *)'))
    .filter({ visible: true })
}

test('the page of a version has the first action of its state first, and at most twelve controls', async ({
  page,
  portal,
}) => {
  const { store } = portal.azure.world
  const stored = store.get(versionId(portal, '1.1.0'))
  if (stored === undefined) throw new Error('Contoso has lost ubuntu-web 1.1.0')
  await signIn(page, portal, 'Ada')
  const main = page.getByRole('main')
  for (const [index, { name, change, action }] of states.entries()) {
    // A version of its own, of which the page has seen nothing, and the latest one.
    const number = `2.0.${index}`
    const id = versionId(portal, number)
    store.put({ ...stored, id, name: number, ...change(stored, portal.clock.now()) })
    await follow(page, `/image-version?id=${encodeURIComponent(id)}`)
    await expect(page.getByRole('heading', { level: 1, name: `ubuntu-web ${number}` }), name).toBeVisible()
    await expect(main.getByRole('region', { name: 'Protection' }).getByText('None'), name).toBeVisible()
    await expect(main.getByRole(name === 'created' ? 'link' : 'button', { name: action }), name).toBeVisible()
    const names = await controlsOf(page).evaluateAll((all) => all.map((one) => one.textContent || one.ariaLabel))
    expect(names.length, `${name}: ${names.join(' · ')}`).toBeLessThanOrEqual(12)
    store.remove(id)
  }
})
