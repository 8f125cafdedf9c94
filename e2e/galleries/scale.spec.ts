import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page, Request } from '@playwright/test'
import { contosoAtScale, startAzureSimulator, systemClock, type AzureSimulator } from '@portal/azure-simulator'
import { startDemo } from '@portal/bff/demo'
import { expect, loadNoOtherPages, signIn, test as base } from '../support/portal.ts'
import { chooseIn, Wizard } from '../support/wizard.ts'

// The Azure calls of each page with Contoso at its maximum size, compared with the table in docs/scale.md.

/** What Azure received: queries of Resource Graph, calls of ARM, and in how many subscriptions these are. */
interface Calls {
  queries: number
  calls: number
  subscriptions: number
}

/** A page's request to the portal's server. */
interface Asked {
  isUnderWay: boolean
  /** of its calls to Azure; known once it is answered */
  correlationId?: string | undefined
}

interface Estate {
  page: Page
  url: string
  /** of another server, which has read nothing yet */
  freshUrl: string
  azure: AzureSimulator
  /** since it was cleared, in order of the requests */
  asked: Map<Request, Asked>
}

const test = base.extend<object, { estate: Estate }>({
  // One for all tests of this file, which run one after the other: its creation takes seconds.
  estate: [
    async ({ browser }, use) => {
      const azure = await startAzureSimulator({ port: 0, world: contosoAtScale(), clock: systemClock() })
      const portal = await startDemo({ port: 0, simulator: azure, logLevel: 'silent' })
      const page = await browser.newPage({ locale: 'en-US', viewport: wholeWindow })
      await page.addInitScript(loadNoOtherPages)
      const asked: Estate['asked'] = new Map()
      page.on('request', (request) => {
        const path = new URL(request.url()).pathname
        if (path.startsWith('/api/')) asked.set(request, { isUnderWay: path === '/api/under-way' })
      })
      page.on('response', (response) => {
        const answered = asked.get(response.request())
        if (answered) answered.correlationId = response.headers()['x-correlation-id']
      })
      page.on('requestfailed', (request) => asked.delete(request))
      await signIn(page, portal, 'Ada')
      const { url, close } = await startDemo({ port: 0, simulator: azure, logLevel: 'silent' })
      await use({ page, url: portal.url, freshUrl: url, azure, asked })
      await page.close()
      await close()
      await portal.close()
      await azure.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})
test.describe.configure({ mode: 'default' })

/** The calls needed to answer some of the page's requests. */
function callsFor({ azure }: Estate, answers: Asked[]): Calls {
  const ids = new Set(answers.map(({ correlationId }) => correlationId))
  const received = azure.requests.filter(({ correlationId }) => ids.has(correlationId))
  expect(received.filter(({ status }) => status === 429)).toEqual([])
  const calls = received.filter(({ path }) => !path.startsWith('/providers/Microsoft.ResourceGraph/'))
  return {
    queries: received.length - calls.length,
    calls: calls.length,
    subscriptions: new Set(calls.flatMap(({ path }) => /^\/subscriptions\/([^/]+)/.exec(path)?.[1] ?? [])).size,
  }
}

/** Until everything is answered, and the page has sent no more requests for half a second. */
async function quiet({ asked }: Estate): Promise<void> {
  let before = -1
  const isQuiet = () => {
    const isSame = asked.size === before
    before = asked.size
    return isSame && [...asked.values()].every(({ correlationId }) => correlationId !== undefined)
  }
  await expect.poll(isQuiet, { intervals: [500] }).toBe(true)
}

/** Until a user's 15 queries in 5 seconds have room for some: people don't open pages as fast as these tests. */
async function roomFor({ azure }: Estate, queries: number): Promise<void> {
  const isRecent = (at: string) => Date.parse(at) > Date.now() - 5000
  const recent = () =>
    azure.requests.filter(({ path, at }) => path.startsWith('/providers/Microsoft.ResourceGraph/') && isRecent(at))
  await expect.poll(() => recent().length).toBeLessThanOrEqual(Math.max(0, 15 - queries))
}

/** The id of a subscription of the estate, and that of something of Compute in it. */
const subscription = (number: number) => `c0470500-0000-4000-8000-00000000e00${number}`
const compute = (number: number, path: string) =>
  `/subscriptions/${subscription(number)}/resourceGroups/estateResourceGroup/providers/Microsoft.Compute/${path}`
const gallery = compute(0, 'galleries/estateGallery000')
const definition = `${gallery}/images/estate-000`
const version = `${definition}/versions/1.5.0`
// of which a machine of that subscription runs
const usedVersion = `${gallery}/images/estate-001/versions/1.100.0`
// What the server remembers for a minute of keys that another page has read must not count: these are elsewhere.
const setElsewhere = compute(1, 'diskEncryptionSets/belgiumcentral-set-000')
const versionElsewhere = compute(2, 'galleries/estateGallery002/images/estate-000/versions/1.5.0')
const machine =
  '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup/providers/Microsoft.Compute/virtualMachines/web-template-vm'

type Act = (estate: Estate) => Promise<unknown>

const open =
  (path: string, query: Record<string, string> = {}): Act =>
  ({ page, url }) =>
    page.goto(`${url}${path}?${new URLSearchParams(query)}`)

const wholeWindow = { width: 1280, height: 900 }

// The only page that reads from the subscriptions of all its rows.
const setsInView = 'Disk encryption sets, with six rows in view'

// Reads the first fifty keys, wherever they are.
const keysOfEstate = 'Key health, with the first 50 keys'
const posture = 'Posture of the estate'

/** By the names of the table's rows. Each starts where the previous one ended. */
const acts: Record<string, Act> = {
  Home: open('/'),
  Galleries: open('/image-versions/galleries'),
  'A gallery': open('/gallery', { id: gallery }),
  'An image definition': open('/image-definition', { id: definition }),
  'Image versions': open('/image-versions'),
  'The last of 100,990 versions': async ({ page }) => {
    await page.keyboard.press('End')
    await expect(page.getByRole('row').last()).toHaveAttribute('aria-rowindex', '100991')
  },
  'A search in them': ({ page }) => page.getByRole('searchbox').fill('estate-004/1.101'),
  'An image version': open('/image-version', { id: version }),
  'Update an image version': open('/update-image-version', { id: version }),
  [setsInView]: async (estate) => {
    // As high as the page's head and six rows.
    await estate.page.setViewportSize({ width: 1280, height: 700 })
    await open('/disk-encryption-sets', { search: 'uksouth-set-00' })(estate)
  },
  'Those of a subscription whose key needs attention': open('/disk-encryption-sets', {
    subscription: subscription(5),
    health: 'attention',
  }),
  'Virtual machines': async (estate) => {
    await open('/estate/virtual-machines')(estate)
    await estate.page.setViewportSize(wholeWindow)
  },
  'A disk encryption set that encrypts 510 versions': open('/disk-encryption-set', { id: setElsewhere }),
  'Create an image version': open('/create-image-version', { definition, from: 'nothing' }),
  'Its tab Encryption, with keys in five regions': async ({ page, url }) => {
    const wizard = new Wizard(page, url)
    await wizard.version('9.0.0')
    await wizard.managedImage('estateImage')
    await wizard.next('Replication')
    for (const region of ['Australia Central 2', 'Australia East', 'Australia Southeast', 'Austria East'])
      await wizard.addRegion(region)
    await wizard.next('Encryption')
    await wizard.encryption('Encryption at-rest with a customer-managed key')
    await page.getByRole('button', { name: 'Other ways to fill sets' }).click()
    await page.getByRole('menuitem', { name: 'Match by region…' }).click()
    await chooseIn(page.getByRole('combobox', { name: 'Set to match' }), 'australiacentral-set-000')
    await page.getByRole('button', { name: 'Fill 10 sets' }).click()
  },
  'Create a virtual machine': open('/create-virtual-machine', { version: versionElsewhere }),
  'A virtual machine': open('/virtual-machine', { id: machine }),
  'Check my access': open('/check-my-access', { subscription: subscription(3) }),
  'A search of everything': async ({ page }) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Search' }).getByRole('combobox').fill('estate-004 1.10')
  },
  'What was created from an image version': open('/image-version', { id: usedVersion, tab: 'usage' }),
  'The changes of an image version': open('/image-version', { id: usedVersion, tab: 'history' }),
  // On another server: that one remembers for a minute the keys that Home has checked.
  [keysOfEstate]: async ({ page, freshUrl }) => {
    await page.goto(`${freshUrl}/disk-encryption-sets/key-health`)
    await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('table', { name: 'Problems by cause' })).toBeVisible({ timeout: 60_000 })
  },
  [posture]: open('/estate'),
  'Its report': open('/estate/report'),
  'Key impact of a key with 510 versions': open('/disk-encryption-sets/key-impact', {
    key: 'https://kv1-belgiumcentral.vault.azure.net/keys/key',
  }),
  'Key impact, without a key': open('/disk-encryption-sets/key-impact'),
  'Disks from image versions': open('/estate/disks'),
  'Start a clone of an image version': open('/create-image-version', { start: version }),
}

const underWayRow = 'Operations in progress, on every page'

const text = readFileSync(join(import.meta.dirname, '../../docs/scale.md'), 'utf8')

/** The figures of the table, by the names of its rows. */
const figures = new Map(
  [...text.matchAll(/^\| ([^|]+) \| (\d+) \| (\d+) \| (\d+) \|$/gm)].map(
    ([, name = '', ...numbers]): [string, Calls] => {
      const [queries = NaN, calls = NaN, subscriptions = NaN] = numbers.map(Number)
      return [name, { queries, calls, subscriptions }]
    },
  ),
)

test('docs/scale.md has a row for each page, and states the highest use of each limit', () => {
  expect([...figures.keys()]).toEqual([underWayRow, ...Object.keys(acts)])
  const ofPages = Object.keys(acts)
    .filter((name) => ![setsInView, keysOfEstate, posture].includes(name))
    .flatMap((name) => figures.get(name) ?? [])
  const queries = Math.max(...ofPages.map((each) => each.queries)) + (figures.get(underWayRow)?.queries ?? NaN)
  const calls = Math.max(...ofPages.map((each) => each.calls))
  expect(text).toContain(`| a user 15 queries in 5 seconds | ${queries}, with operations in progress |`)
  expect(text).toContain(`250 reads at once and 25 more each second | ${calls} in one subscription |`)
  expect(ofPages.every(({ subscriptions }) => subscriptions <= 1)).toBe(true)
})

test(underWayRow, async ({ estate }) => {
  // Only the first request after her sign-in looks for the groups; they are known for a minute then.
  const first = () => [...estate.asked.values()].filter(({ isUnderWay }) => isUnderWay).slice(0, 1)
  await expect.poll(() => callsFor(estate, first())).toEqual(figures.get(underWayRow))
})

for (const [name, act] of Object.entries(acts))
  test(name, async ({ estate }) => {
    const { asked } = estate
    const calls = () =>
      callsFor(
        estate,
        [...asked.values()].filter(({ isUnderWay }) => !isUnderWay),
      )
    await roomFor(estate, (figures.get(name)?.queries ?? 0) + (figures.get(underWayRow)?.queries ?? 0))
    asked.clear()
    await act(estate)
    // A query over 100,000 versions is slow on a busy machine; only the calls count.
    await expect.poll(calls, { timeout: 60_000 }).toEqual(figures.get(name))
    await quiet(estate)
    expect(calls()).toEqual(figures.get(name))
  })
