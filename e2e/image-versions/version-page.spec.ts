import type { Locator, Page } from '@playwright/test'
import { compute, expect, signIn, test, type Portal } from '../support/portal.ts'

const versionId = (portal: Portal) => `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0`

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

for (const { name, change, action } of states)
  test(`the page of a version that is ${name} has its action first and at most twelve controls`, async ({
    page,
    portal,
  }) => {
    const { store } = portal.azure.world
    const stored = store.get(versionId(portal))
    if (stored === undefined) throw new Error('Contoso has lost ubuntu-web 1.1.0')
    store.put({ ...stored, ...change(stored, portal.clock.now()) })
    await signIn(page, portal, 'Ada', `/image-version?id=${encodeURIComponent(versionId(portal))}`)
    const main = page.getByRole('main')
    await expect(main.getByRole('region', { name: 'Protection' }).getByText('None')).toBeVisible()
    await expect(main.getByRole(name === 'created' ? 'link' : 'button', { name: action })).toBeVisible()
    const names = await controlsOf(page).evaluateAll((all) => all.map((one) => one.textContent || one.ariaLabel))
    expect(names.length, names.join(' · ')).toBeLessThanOrEqual(12)
  })
