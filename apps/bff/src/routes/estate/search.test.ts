import { searchEstate, type EstateFound } from '@portal/portal-api'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

// A search changes nothing, so one portal serves all tests.

let portal: TestPortal
let asAda: SignedIn
beforeAll(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
beforeEach(() => void (portal.azure.requests.length = 0))
afterAll(() => portal.close())

async function found(text: string, user = asAda): Promise<EstateFound> {
  const { body } = await user.get(searchEstate.path, { text })
  return searchEstate.response.parse(body)
}

/** The names of what is found of a kind, from that of the gallery on. */
async function names(text: string, kind: EstateFound['groups'][number]['kind']): Promise<string[]> {
  const { groups } = await found(text)
  const rows = groups.find((group) => group.kind === kind)?.rows ?? []
  return rows.map(({ id }) =>
    id
      .split('/')
      .slice(8)
      .filter((_, index) => index % 2 === 0)
      .join('/'),
  )
}

describe('a search of the estate', () => {
  it.each(['web 1.1 contosoGallery', '1.1 CONTOSOGALLERY WEB', 'contosogallery/ubuntu-web/1.1.0'])(
    'finds a version by parts of its names in any order: %s',
    async (text) => {
      expect(await names(text, 'imageVersion')).toEqual(['contosoGallery/ubuntu-web/1.1.0'])
    },
  )

  it('says which versions are revoked, whatever the case of the tag', async () => {
    const { store } = portal.azure.world
    const version = store.list('/subscriptions', 'Microsoft.Compute/galleries/images/versions').find(({ id }) => {
      return id.endsWith('/ubuntu-web/versions/1.1.0')
    })
    if (version === undefined) throw new Error('Contoso has changed')
    const rows = async () => (await found('web 1.1 contosoGallery')).groups.flatMap((group) => group.rows)
    expect(await rows()).toEqual([{ id: version.id }])
    store.put({ ...version, tags: { 'Image-Revoked': '2026-11-24' } })
    expect(await rows()).toEqual([{ id: version.id, isRevoked: true }])
    store.put(version)
  })

  it('is one query of Resource Graph, and none for a text without words', async () => {
    await found('ubuntu web')
    expect(portal.azure.requests.map(({ path }) => path)).toEqual(['/providers/Microsoft.ResourceGraph/resources'])
    portal.azure.requests.length = 0
    expect(await found(' / ')).toEqual({ groups: [], keys: [] })
    expect(portal.azure.requests).toEqual([])
  })

  it('finds each kind of resource, with how many there are of each', async () => {
    const kinds = async (text: string) => (await found(text)).groups.map(({ kind }) => kind)
    expect(await kinds('contosoGallery')).toEqual(['gallery', 'imageDefinition', 'imageVersion'])
    expect(await kinds('golden-vm')).toEqual(['virtualMachine'])
    expect(await kinds('kv-contoso-wus')).toEqual(['diskEncryptionSet', 'keyVault'])
    const sets = (await found('DiskEncryptionSet')).groups.find(({ kind }) => kind === 'diskEncryptionSet')
    expect(sets?.rows).toHaveLength(8)
    expect(sets?.total).toBeGreaterThan(8)
  })

  it('finds a key by its name and its vault, with the sets that use it', async () => {
    const [keyVaultName, keyName] = ['kv-contoso-wus', 'images-double-key']
    const key = { keyVaultName, keyName, address: `${keyVaultName}.vault.azure.net/keys/${keyName}` }
    const { keys, groups } = await found('double-key wus')
    expect(keys).toEqual([key])
    const sets = groups.find(({ kind }) => kind === 'diskEncryptionSet')?.rows ?? []
    expect(sets.length).toBeGreaterThan(0)
    expect(sets).toEqual(sets.map(({ id }) => ({ id, key })))
  })

  it('tells no key of a set that was found by its own name', async () => {
    expect((await found('WestUSDiskEncryptionSet1')).keys).toEqual([])
  })

  it('puts first what has the name itself, then what begins with it', async () => {
    const [first] = await names('ubuntu-web', 'imageDefinition')
    expect(first).toBe('contosoGallery/ubuntu-web')
  })

  it('finds nothing that the user has no permission to read', async () => {
    const asNoor = await portal.as('noor@contoso.example')
    expect(await found('contoso', asNoor)).toEqual({ groups: [], keys: [] })
  })

  it.each(["'", String.raw`\'`, "x' or name contains 'web", "web') or (1==1", 'web\\', 'web | take 1', '🔑'])(
    'finds nothing by %s, which no name contains',
    async (text) => {
      expect(await found(text)).toEqual({ groups: [], keys: [] })
    },
  )

  it('refuses a text longer than a name', async () => {
    expect((await asAda.get(searchEstate.path, { text: 'x'.repeat(91) })).status).toBe(400)
    expect(portal.azure.requests).toEqual([])
  })
})
