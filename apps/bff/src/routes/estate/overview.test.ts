import { contoso, type World } from '@portal/azure-simulator'
import {
  browseImageVersions,
  getEstateOverview,
  listFailedResources,
  listRecentDefinitions,
  type RecentDefinition,
} from '@portal/portal-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const group =
  '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup/providers/Microsoft.Compute'
const ubuntuWeb = `${group}/galleries/contosoGallery/images/ubuntu-web`

let portal: TestPortal
let asAda: SignedIn

async function open(world: World = contoso({ now: Date.parse('2026-11-24T10:00:00Z') })) {
  portal = await startTestPortal({ world })
  asAda = await portal.as('ada@contoso.example')
}
beforeEach(() => open())
afterEach(() => portal.close())

/** The resource with that ID, changed. */
function change(id: string, changed: Record<string, unknown>) {
  const { store } = portal.azure.world
  const before = store.get(id)
  if (before === undefined) throw new Error(`Contoso has lost ${id}`)
  store.put({ ...before, ...changed })
}

const queries = () => portal.azure.requests.filter(({ path }) => /ResourceGraph/i.test(path)).length

async function overview() {
  return getEstateOverview.response.parse((await asAda.get(getEstateOverview.path)).body)
}
async function failed(user = asAda) {
  return listFailedResources.response.parse((await user.get(listFailedResources.path)).body)
}
async function recent(user = asAda): Promise<RecentDefinition[]> {
  return listRecentDefinitions.response.parse((await user.get(listRecentDefinitions.path)).body)
}
describe('the overview of the estate', () => {
  it('counts the versions by whose keys encrypt them like their list, with one query', async () => {
    const { imageVersions, beginning } = await overview()
    expect(queries()).toBe(1)
    expect(beginning).toBeUndefined()
    expect(imageVersions.platform * imageVersions.customer).toBeGreaterThan(0)
    for (const [encryption, count] of Object.entries(imageVersions)) {
      const asked = { encryption, sort: 'name', direction: 'asc', page: '0' }
      const { body } = await asAda.get(browseImageVersions.path, asked)
      expect(browseImageVersions.response.parse(body).total).toBe(count)
    }
  })

  it('tells what there is to begin with while there is no version', async () => {
    await portal.close()
    const world = contoso()
    const resources = world.resources.filter(({ type }) => !/galleries\/images/.test(type))
    await open({ ...world, resources })
    expect(await overview()).toEqual({
      imageVersions: { platform: 0, customer: 0, double: 0, confidential: 0, mixed: 0 },
      beginning: {
        galleries: resources.filter(({ type }) => type === 'Microsoft.Compute/galleries').length,
        imageDefinitions: 0,
        diskEncryptionSets: resources.filter(({ type }) => type === 'Microsoft.Compute/diskEncryptionSets').length,
      },
    })
  })
})

describe('what has failed', () => {
  it('is nothing while nothing has', async () => {
    expect(await failed()).toEqual({ total: 0, rows: [] })
  })

  it('are versions, and machines from versions, the latest first, and no other machine', async () => {
    const failedAt = {
      change: { state: 'Creating', startedAt: 0, endsAt: 0, failure: { code: 'Failed', message: 'No.' } },
    }
    change(`${ubuntuWeb}/versions/1.1.0`, failedAt)
    const machine = (name: string, imageReference: object) => {
      const id = `${group}/virtualMachines/${name}`
      const properties = { timeCreated: '2026-11-20T08:00:00Z', storageProfile: { imageReference } }
      change(`${group}/virtualMachines/golden-vm`, { ...failedAt, id, name, properties })
      return id
    }
    const ours = machine('failed-vm', { id: `${ubuntuWeb}/versions/1.1.0` })
    machine('other-vm', { publisher: 'Canonical' })
    const version = {
      id: `${ubuntuWeb}/versions/1.1.0`,
      kind: 'imageVersion',
      since: expect.stringMatching(/^2025-09-18/) as unknown,
    }
    expect(await failed()).toEqual({
      total: 2,
      rows: [{ id: ours, kind: 'virtualMachine', since: '2026-11-20T08:00:00Z' }, version],
    })
    expect(await failed(await portal.as('ben@contoso.example'))).toEqual({ total: 0, rows: [] })
  })
})

describe('the definitions used last', () => {
  it('are those of the latest versions, each once with its latest version and whose keys encrypt that', async () => {
    const definitions = await recent()
    const names = definitions.map(({ id }) => id.split('/').at(-1))
    expect(names.slice(0, 3)).toEqual(['windows-sql', 'ubuntu-web', 'ubuntu-dev'])
    expect(new Set(names).size).toBe(names.length)
    expect(definitions[1]).toEqual({
      id: ubuntuWeb,
      version: {
        id: `${ubuntuWeb}/versions/1.1.0`,
        provisioningState: 'Succeeded',
        publishedDate: '2025-09-18T09:05:44.1302214+00:00',
        encryption: 'customer',
      },
    })
    expect(queries()).toBe(1)
  })

  it('are those that the user can see', async () => {
    const definitions = await recent(await portal.as('ben@contoso.example'))
    expect(definitions.map(({ id }) => id.split('/').at(-1))).toEqual(['ubuntu-dev'])
  })
})
