import { contosoAtScale, worldOfCopy, type StoredResource } from '@portal/azure-simulator'
import { listSubscriptions, readEstateCopy } from '@portal/portal-api'
import { expect, it } from 'vitest'
import { copyTaken } from '../../testing/estate-copy.ts'
import { startTestPortal } from '../../testing/portal.ts'

const production = 'c0470500-0000-4000-8000-00000000a001'
const compute = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`

async function aPortal(options: Parameters<typeof startTestPortal>[0] = {}) {
  const portal = await startTestPortal(options)
  return { ...portal, [Symbol.asyncDispose]: () => portal.close() }
}

it('has no secret, no token and nothing personal but names and roles', async () => {
  await using portal = await aPortal()
  const machine = portal.azure.world.store
    .list(`/subscriptions/${production}`, 'Microsoft.Compute/virtualMachines')
    .at(0)
  if (machine === undefined) throw new Error('Contoso has no machine')
  const changed: StoredResource = {
    ...machine,
    tags: { uri: 'https://x.blob.core.windows.net/a.vhd?sv=1&sig=s3cret%2Fof' },
    properties: {
      ...machine.properties,
      userData: 'c2VjcmV0',
      osProfile: {
        adminUsername: 'lea.conti',
        adminPassword: 'Pa55-of-nobody',
        customData: 'I2Nsb3VkLWNvbmZpZw==',
        linuxConfiguration: { ssh: { publicKeys: [{ keyData: 'ssh-rsa AAAA lea@laptop' }] } },
        secrets: [{ vaultCertificates: [] }],
      },
    },
  }
  portal.azure.world.store.put(changed)
  const ada = await portal.as('ada@contoso.example')
  const text = (await copyTaken(portal, ada)).lines.join('\n')
  expect(text).toContain(machine.id)
  for (const secret of [ada.token, 's3cret', 'c2VjcmV0', 'lea.conti', 'Pa55', 'I2Nsb3Vk', 'ssh-rsa', 'laptop'])
    expect(text).not.toContain(secret)
  // No key has a modulus, and nobody else a name.
  expect(text).not.toMatch(/"(n|e|d|p|q|k)":"/)
  expect(text).not.toContain('vera@contoso.example')
})

it('has the chosen galleries with all that is in them, and nothing of the others', async () => {
  await using portal = await aPortal()
  const ada = await portal.as('ada@contoso.example')
  const { lines } = await copyTaken(portal, ada, { galleryIds: [`${compute}/galleries/contosoGallery`] })
  const { resources } = worldOfCopy(lines).world
  const galleries = new Set(resources.flatMap(({ id }) => /\/galleries\/([^/]+)/.exec(id)?.[1] ?? []))
  expect([...galleries]).toEqual(['contosoGallery'])
  expect(resources.filter(({ type }) => type.endsWith('/versions')).length).toBeGreaterThan(3)
  expect(resources.filter(({ type }) => type === 'Microsoft.Compute/diskEncryptionSets').length).toBeGreaterThan(10)
})

it('says in the file what could not be read', async () => {
  await using portal = await aPortal()
  const eva = await portal.as('eva@contoso.example')
  const { lines } = await copyTaken(portal, eva)
  const unread = lines.flatMap((line) => (line.startsWith('{"unread"') ? [JSON.parse(line) as unknown] : []))
  expect(unread).toContainEqual({ unread: { what: 'roleAssignments', scope: `/subscriptions/${production}` } })
  expect(worldOfCopy(lines).world.roleAssignments.length).toBeGreaterThan(0)
})

it('reads a large estate in pages, none of which is large, and each thing once', async () => {
  const estate = contosoAtScale()
  const subscriptions = estate.subscriptions.slice(0, 6)
  const isThere = (id: string) => subscriptions.some(({ subscriptionId }) => id.includes(subscriptionId))
  const world = { ...estate, subscriptions, resources: estate.resources.filter(({ id }) => isThere(id)) }
  await using portal = await aPortal({ world })
  const ada = await portal.as('ada@contoso.example')
  const { lines, requests } = await copyTaken(portal, ada)
  const { resources } = worldOfCopy(lines).world
  // The states of machines that don't run come later, with the machine again.
  const ids = lines.flatMap((line) => /^\{"resource":\{"id":"([^"]+\/versions\/[^"]+)"/.exec(line)?.[1] ?? [])
  expect(new Set(ids).size).toBe(ids.length)
  const versions = (all: readonly StoredResource[]) =>
    all.filter(({ type }) => type === 'Microsoft.Compute/galleries/images/versions').length
  expect(versions(resources)).toBe(versions(portal.azure.world.store.snapshot()))
  expect(versions(resources)).toBeGreaterThan(1000)
  expect(requests).toBeGreaterThan(10)
}, 120_000)

it('is of one part and place at a time', async () => {
  await using portal = await aPortal()
  const ada = await portal.as('ada@contoso.example')
  const subscriptions = listSubscriptions.response.parse((await ada.get(listSubscriptions.path)).body)
  const subscriptionIds = subscriptions.map(({ subscriptionId }) => subscriptionId)
  const asked = { subscriptionIds, part: 'keys' }
  const first = readEstateCopy.response.parse((await ada.send('POST', readEstateCopy.path, { ...asked, skip: 0 })).body)
  const next = readEstateCopy.response.parse((await ada.send('POST', readEstateCopy.path, { ...asked, skip: 3 })).body)
  expect([first.rows, next.rows]).toEqual([3, 3])
  expect(first.lines.filter((line) => next.lines.includes(line))).toEqual([])
  for (const wrong of [{ subscriptionIds: ['x'] }, { galleryIds: [compute] }, { part: 'all' }, { skip: -1 }])
    expect((await ada.send('POST', readEstateCopy.path, { ...asked, skip: 0, ...wrong })).status).toBe(400)
})
