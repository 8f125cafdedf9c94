import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { blankTargetRegion } from '@portal/image-version'
import { aPlan } from '@portal/image-version/testing'
import * as api from '@portal/portal-api'
import { asyncProperty, assert, constantFrom, oneof, string, tuple } from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { raw, startTestPortal, type SignedIn, type TestPortal } from '../testing/portal.ts'

// Malicious IDs and addresses: the portal sends Azure only validated parts, and fetches nothing else.

const production = 'c0470500-0000-4000-8000-00000000a001'
const groupOf = (name: string) => `/subscriptions/${production}/resourceGroups/${name}/providers/Microsoft.Compute`
const group = groupOf('myResourceGroup')
const version = `${group}/galleries/contosoGallery/images/ubuntu-web/versions/1.0.0`

let portal: TestPortal
let asAda: SignedIn

/** A server that nobody should ever call; `origin` and the requests it received. */
const trap = createServer((request, response) => {
  visits.push(`${request.method} ${request.url}`)
  response.end('{}')
})
const visits: string[] = []
let trapOrigin: string

beforeAll(async () => {
  trap.listen(0, '127.0.0.1')
  await once(trap, 'listening')
  trapOrigin = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
beforeEach(() => void (portal.azure.requests.length = 0))
afterEach(() => {
  if (visits.length > 0) throw new Error(`The portal has fetched ${visits.join(', ')}`)
})
afterAll(async () => {
  await portal.close()
  trap.close()
})

/** Every GET with ID or name parameters, each of which is now `value`. */
const gets = Object.values(api).filter(
  (each) => typeof each === 'object' && 'path' in each && each.method === 'GET' && !each.path.startsWith('/api/demo'),
) as api.Endpoint<never, never>[]
const parameters = ['id', 'ids', 'subscriptionId', 'imageDefinitionId', 'resourceGroupName', 'locations', 'location']

it('S19: an address in the place of any parameter is followed nowhere', async () => {
  expect(gets.length).toBeGreaterThan(8)
  for (const { path } of gets) {
    for (const value of [`${trapOrigin}/x`, `//${new URL(trapOrigin).host}/x`]) {
      for (const name of [...parameters, 'nextLink', 'operation', 'url']) {
        const { status } = await asAda.get(path, { [name]: value })
        expect([path, name, status]).toEqual([path, name, expect.toSatisfy((got) => got >= 400 && got < 500)])
      }
    }
  }
  expect(portal.azure.requests).toEqual([])
})

it('S26: no path is answered with a way to elsewhere', async () => {
  const piece = constantFrom(
    '//',
    '/\\',
    '\\',
    '%2f',
    '%2e%2e',
    'https:',
    'javascript:',
    '%09',
    '%0d%0a',
    '@',
    'evil.example',
  )
  await assert(
    asyncProperty(tuple(piece, piece, piece), async (pieces) => {
      const answer = await raw(portal.url, `GET /${pieces.join('')} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
      expect(answer).toMatch(/^HTTP\/1\.1 (200|400|404) /)
      expect(answer).not.toMatch(/^(location|refresh):/im)
    }),
    { numRuns: 100 },
  )
})

it.each([
  ['an id that climbs', `${group}/galleries/contosoGallery/images/ubuntu-web/versions/..`],
  ['a dot', `${group}/galleries/./images/ubuntu-web/versions/1.0.0`],
  ['an id that climbs in code', `${group}/galleries/%2e%2e/images/ubuntu-web/versions/1.0.0`],
  ['a slash in code', version.replace('contosoGallery', 'a%2Fb')],
  ['a backslash', version.replace('contosoGallery', 'a\\b')],
  ['a semicolon', version.replace('contosoGallery', 'a;b')],
  ['a NUL', version.replace('contosoGallery', 'a\0b')],
  ['a mark that turns the text around', version.replace('contosoGallery', 'a\u202eb')],
  ['a name of 300 characters', version.replace('contosoGallery', 'a'.repeat(300))],
  ['another provider', version.replace('Microsoft.Compute', 'Microsoft.Network')],
  ['a group that ends with a dot', version.replace('myResourceGroup', 'myResourceGroup.')],
  ['a query', `${version}?api-version=1`],
  ['something behind it', `${version}/extra`],
])('S27: %s is refused before Azure is asked', async (_, id) => {
  const reply = await asAda.get('/api/image-version', { id })
  expect(reply.problem()).toMatchObject({ status: 400, code: 'InvalidRequest' })
  expect(portal.azure.requests).toEqual([])
})

it('S27: whatever is put into an id, Azure is asked for just that resource, or for nothing and the id is refused', async () => {
  const plain = constantFrom('a', 'B2', 'gallery', 'x_y', '10')
  const odd = constantFrom('..', '.', '/', '\\', '%2e', '%2f', ';', '?', '#', '\0', '\u202e', ' ', '/../', '//')
  const piece = oneof({ arbitrary: plain, weight: 6 }, { arbitrary: odd, weight: 1 }, string({ maxLength: 5 }))
  const allowed =
    /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Compute\/galleries\/[^/]+\/images\/[^/]+\/versions\/[^/]+$/i
  const outcomes = { asked: 0, refused: 0 }
  await assert(
    asyncProperty(tuple(piece, piece, piece), async (parts) => {
      const name = parts.join('')
      const id = version.replace('contosoGallery', () => name)
      const before = portal.azure.requests.length
      const reply = await asAda.get('/api/image-version', { id })
      const paths = portal.azure.requests.slice(before).map(({ path }) => path)
      const isAsked = paths.length > 0
      expect(isAsked && /[^-\p{L}\p{N}_.]/u.test(name)).toBe(false)
      expect(isAsked || reply.problem().code === 'InvalidRequest').toBe(true)
      for (const path of paths) {
        expect(path).toMatch(allowed)
        expect(decodeURIComponent(path)).toBe(id)
      }
      outcomes[isAsked ? 'asked' : 'refused'] += 1
    }),
    { numRuns: 100 },
  )
  // Otherwise the test proves nothing.
  expect(outcomes.asked).toBeGreaterThan(10)
  expect(outcomes.refused).toBeGreaterThan(10)
})

it('S28: a resource group in any script, of 90 characters, works from end to end', async () => {
  const name = `Città-日本_(x)${'é'.repeat(78)}`
  expect(name).toHaveLength(90)
  const here = groupOf(name)
  const { store } = portal.azure.world
  const copied = [
    group.replace(/\/providers.*/, ''),
    ...['galleries/contosoGallery', 'galleries/contosoGallery/images/ubuntu-web', 'images/myImage'].map(
      (path) => `${group}/${path}`,
    ),
  ]
  for (const id of copied) {
    const found = store.get(id)
    if (found === undefined) throw new Error(`Contoso has lost ${id}`)
    store.put({ ...found, id: id.replace('myResourceGroup', name), ...(id === copied[0] && { name }) })
  }
  const imageDefinitionId = `${here}/galleries/contosoGallery/images/ubuntu-web`
  const plan = aPlan({
    imageDefinitionId,
    name: '2.0.0',
    source: { type: 'ManagedImage', id: `${here}/images/myImage` },
    targetRegions: [blankTargetRegion('westus')],
    encryptionType: 'EncryptionAtRestWithPlatformKey',
  })
  const made = await asAda.send('PUT', '/api/image-versions', plan)
  expect(made).toMatchObject({ status: 200 })
  const id = `${imageDefinitionId}/versions/2.0.0`
  expect((await asAda.get('/api/image-version', { id })).body).toMatchObject({ id, name: '2.0.0' })
  const { body } = await asAda.get('/api/galleries', { subscriptionId: production })
  expect(body).toContainEqual(expect.objectContaining({ id: `${here}/galleries/contosoGallery` }))
})

it('S29: sources, vaults and blobs are named to Azure and never fetched', async () => {
  const { store } = portal.azure.world
  const set = store.get(`${group}/diskEncryptionSets/WestUSDiskEncryptionSet1`)
  if (set === undefined) throw new Error('Contoso has lost its set')
  const activeKey = { keyUrl: `${trapOrigin}/keys/k/0123`, sourceVault: { id: `${trapOrigin}/vaults/v` } }
  store.put({ ...set, properties: { ...set.properties, activeKey } })
  const facts = await asAda.send('POST', '/api/disk-encryption-set-facts', { ids: [set.id] })
  expect(facts.body).toMatchObject({ sets: [{ facts: { vault: 'notNamed', key: 'unreadable' } }] })

  const uri = `${trapOrigin}/vhds/os.vhd?sig=secret`
  const storageAccountId = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Storage/storageAccounts/contosovhds`
  const sources = [
    { type: 'StorageBlobs', storageAccountId, osDiskUri: uri, dataDisks: [] },
    { type: 'ManagedImage', id: uri },
    { type: 'DisksAndSnapshots', osDiskId: uri, dataDisks: [] },
  ]
  for (const source of sources) {
    const plan = {
      ...aPlan(),
      name: '9.0.0',
      imageDefinitionId: `${group}/galleries/contosoGallery/images/ubuntu-web`,
      source,
    }
    expect([400, 422]).toContain((await asAda.send('PUT', '/api/image-versions', plan)).status)
  }
  expect(visits).toEqual([])
})

it('S29: a key that is in no vault of the cloud is not so much as named to Azure', async () => {
  const id = `${group}/diskEncryptionSets/WestUSDiskEncryptionSet1`
  const hosts = ['vault.azure.cn', 'vault.azure.net.contoso.com', 'vault.azure.net@contoso.com', 'vault.azure.net:4430']
  for (const host of hosts) {
    const key = { keyUrl: `https://kv-contoso-wus.${host}/keys/images-key-1/0123`, sourceVaultId: '' }
    const reply = await asAda.send('POST', api.changeDiskEncryptionSetKey.path, { id, change: { key } })
    expect([host, reply.problem().code]).toEqual([host, 'InvalidRequest'])
  }
  expect(portal.azure.requests.filter(({ method }) => method === 'PATCH')).toEqual([])
})
