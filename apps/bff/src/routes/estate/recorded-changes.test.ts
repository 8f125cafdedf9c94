import { listRecordedChanges } from '@portal/portal-api'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

// What Azure recorded, over the simulator by HTTP. It changes nothing, so one portal serves all tests.

const group = '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup/providers'
const gallery = `${group}/Microsoft.Compute/galleries/contosoGallery`
const version = `${gallery}/images/windows-sql/versions/2024.11.1`
const rotatedSet = `${group}/Microsoft.Compute/diskEncryptionSets/EastUS2DiskEncryptionSet3`
// a set whose key vault has been closed to it
const closedVault = `${group}/Microsoft.KeyVault/vaults/kv-closed-wus`

let portal: TestPortal
let asAda: SignedIn

beforeAll(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
beforeEach(() => void (portal.azure.requests.length = 0))
afterAll(() => portal.close())

async function changes(resourceIds: string[], user = asAda) {
  const { body } = await user.send('POST', listRecordedChanges.path, { resourceIds })
  return listRecordedChanges.response.parse(body).changes
}
/** A set with that key vault. */
function setOf(vaultId: string): string {
  const sets = portal.azure.world.store.list('/subscriptions', 'Microsoft.Compute/diskEncryptionSets')
  const found = sets.find(({ properties }) => JSON.stringify(properties['activeKey']).includes(vaultId))
  if (found === undefined) throw new Error('Contoso has lost a set')
  return found.id
}

it('tells what, from what to what, who and by which client, in one query', async () => {
  expect(await changes([version.toUpperCase()])).toMatchObject([
    {
      resourceId: version,
      changeType: 'Update',
      time: expect.stringMatching(/^2026-11-/) as string,
      changedBy: 'sam@contoso.example',
      changedByType: 'User',
      client: 'Azure CLI',
      operation: 'microsoft.compute/galleries/images/versions/write',
      properties: [{ path: 'properties.publishingProfile.excludeFromLatest', before: 'false', after: 'true' }],
    },
  ])
  expect(portal.azure.requests.filter(({ path }) => /ResourceGraph/i.test(path))).toHaveLength(1)
})

it('has those of several resources, the latest first, and of the key vaults of the sets among them', async () => {
  const times = (await changes([version, gallery, rotatedSet])).map(({ time }) => time)
  expect(times).toHaveLength(3)
  expect(times).toEqual(times.toSorted().toReversed())
  expect((await changes([setOf(closedVault)])).map(({ resourceId }) => resourceId)).toEqual([closedVault])
  expect(await changes([closedVault.replace('closed', 'roles')])).toEqual([])
})

it('has none that are older than 14 days, and none that the user cannot read', async () => {
  expect(await changes([version], await portal.as('ben@contoso.example'))).toEqual([])
  portal.clock.advance(14 * 24 * 3_600_000)
  expect(await changes([version, gallery, rotatedSet])).toEqual([])
})

it.each([['../x'], [`${version}?x=1`], ['']])('asks Azure nothing for %j, which is no ID', async (id) => {
  const reply = await asAda.send('POST', listRecordedChanges.path, { resourceIds: [version, id] })
  expect(reply.status).toBe(400)
  expect(portal.azure.requests).toEqual([])
})
