import { contoso, contosoAtScale, type World } from '@portal/azure-simulator'
import { browseKeys, getKeyImpact, listDeletedVersionsNearKey, type KeyImpact } from '@portal/portal-api'
import { afterEach, describe, expect, it } from 'vitest'
import { azureAsProgram } from '../../testing/key-worlds/azure-as-program.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const group = '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup'
const compute = `${group}/providers/Microsoft.Compute`
const set = `${compute}/diskEncryptionSets/WestUSDiskEncryptionSet1`

let portal: TestPortal
let asAda: SignedIn

async function open(world: World = contoso({ now: Date.parse('2026-11-24T10:00:00Z') })) {
  portal = await startTestPortal({ world })
  asAda = await portal.as('ada@contoso.example')
}
afterEach(() => portal.close())

const queries = () => portal.azure.requests.filter(({ path }) => /ResourceGraph/i.test(path)).length

async function impactOf(asked: Record<string, string>, user = asAda): Promise<KeyImpact> {
  const { status, body } = await user.get(getKeyImpact.path, asked)
  expect(status).toBe(200)
  return getKeyImpact.response.parse(body)
}
const namesOf = (found: { id: string }[]) => found.map(({ id }) => id.split('/').slice(-1)[0])
const key = 'https://kv-contoso-wus.vault.azure.net/keys/images-key-1'

describe('what depends on a key', () => {
  it('is its sets, the versions with one of them in a region, and the disks with their machines', async () => {
    await open()
    const { keys, facts } = await impactOf({ keyUrl: `${key}/${'0'.repeat(32)}` })
    expect(keys).toEqual([key])
    expect(namesOf(facts.sets)).toEqual(['WestUSDiskEncryptionSet1'])
    expect(namesOf(facts.versions)).toEqual(['1.0.0', '1.1.0', '2025.10.1'])
    expect(facts.versions[1]?.regions.map(({ name, setIds }) => [name, namesOf(setIds.map((id) => ({ id })))])).toEqual(
      [
        ['westus', ['WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2']],
        ['eastus2', ['EastUS2DiskEncryptionSet1', 'EastUS2DiskEncryptionSet2']],
      ],
    )
    const trusted = `${compute}/virtualMachines/trusted-vm`
    expect(facts.disks.map(({ id, machineId }) => [id.split('/').at(-1), machineId])).toEqual([
      ['backupDisk', undefined],
      ['trusted-vm_OsDisk', trusted],
      ['trusted-vm_lun_0', trusted],
    ])
    expect(facts.machines).toEqual([{ id: trusted, location: 'westus', powerState: 'deallocated' }])
    expect(queries()).toBe(4)
  })

  it.each([
    ['a set', { diskEncryptionSetId: set }, [key]],
    ['a virtual machine', { virtualMachineId: `${compute}/virtualMachines/trusted-vm` }, [key]],
    [
      'a version',
      { imageVersionId: `${compute}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0` },
      [key, key.replace('key-1', 'key-2')],
    ],
  ])('is found from %s by its keys', async (_, asked, expected) => {
    await open()
    const { keys, facts } = await impactOf(asked)
    expect(keys).toEqual(expect.arrayContaining(expected))
    expect(namesOf(facts.machines)).toContain('trusted-vm')
  })

  it('is a machine of an Arm64 size and a scale set of v6, too', async () => {
    await open(contoso({ now: Date.parse('2026-11-24T10:00:00Z'), hardware: true }))
    const azure = await azureAsProgram(portal.azure)
    const inHardware = (path: string) => `${compute}/${path}`.replace('myResourceGroup', 'hardwareResourceGroup')
    const storageProfile = (image: string) => ({
      imageReference: { id: inHardware(`galleries/hardwareGallery/images/${image}/versions/1.0.0`) },
      osDisk: { createOption: 'FromImage' },
    })
    const account = { adminUsername: 'ada', adminPassword: 'a-Password-1' }
    const machine = await azure.arm('PUT', inHardware('virtualMachines/arm'), {
      location: 'westus',
      properties: {
        hardwareProfile: { vmSize: 'Standard_D2ps_v6' },
        osProfile: { computerName: 'arm', ...account },
        storageProfile: storageProfile('ubuntu-arm64'),
      },
    })
    const scaleSet = await azure.arm('PUT', inHardware('virtualMachineScaleSets/fast'), {
      location: 'westus',
      sku: { name: 'Standard_D2s_v6', capacity: 1 },
      properties: {
        orchestrationMode: 'Uniform',
        upgradePolicy: { mode: 'Manual' },
        virtualMachineProfile: {
          osProfile: { computerNamePrefix: 'fast', ...account },
          storageProfile: storageProfile('ubuntu-nvme'),
        },
      },
    })
    azure.close()
    expect([machine.status, scaleSet.status]).toEqual([201, 201])
    portal.clock.advance(60_000)
    const { facts } = await impactOf({ keyUrl: key })
    expect(namesOf(facts.machines)).toContain('arm')
    expect(facts.scaleSets).toMatchObject([{ instances: [{ powerState: 'running', setIds: [set], count: 1 }] }])
  })

  it('is a scale set, too, whose model leaves the sets to its image version', async () => {
    await open()
    const azure = await azureAsProgram(portal.azure)
    const storageProfile = {
      imageReference: { id: `${compute}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0` },
      osDisk: { createOption: 'FromImage' },
    }
    const osProfile = { computerNamePrefix: 'web', adminUsername: 'ada', adminPassword: 'a-Password-1' }
    const { status } = await azure.arm('PUT', `${compute}/virtualMachineScaleSets/web`, {
      location: 'westus',
      sku: { name: 'Standard_D2s_v5', capacity: 2 },
      properties: {
        orchestrationMode: 'Uniform',
        upgradePolicy: { mode: 'Manual' },
        virtualMachineProfile: { osProfile, storageProfile },
      },
    })
    azure.close()
    expect(status).toBe(201)
    const { facts } = await impactOf({ keyUrl: key })
    const instances = [{ powerState: 'running', setIds: [set], count: 2 }]
    expect(facts.scaleSets).toMatchObject([{ mode: 'Uniform', setIds: [set], modelSetIds: [set], instances }])
  })

  it('is what the user can see', async () => {
    await open()
    const { facts } = await impactOf({ keyUrl: key }, await portal.as('ben@contoso.example'))
    expect(facts).toEqual({ sets: [], versions: [], disks: [], machines: [], scaleSets: [] })
  })

  it('is asked about one thing at a time', async () => {
    await open()
    expect((await asAda.get(getKeyImpact.path, { keyUrl: key, diskEncryptionSetId: set })).status).toBe(400)
    expect((await asAda.get(getKeyImpact.path)).status).toBe(400)
  })

  it('is at most what the recycle bins hold, of the deleted versions', async () => {
    await open()
    const { body } = await asAda.get(listDeletedVersionsNearKey.path, { keyUrl: key })
    const { versions, isComplete } = listDeletedVersionsNearKey.response.parse(body)
    expect(isComplete).toBe(true)
    expect(versions.length).toBeGreaterThan(0)
  })
})

it('lists the keys of all sets, those that the most running machines need first, and finds them by name', async () => {
  await open()
  const browse = async (asked: Record<string, string>) =>
    browseKeys.response.parse((await asAda.get(browseKeys.path, { direction: 'desc', page: '0', ...asked })).body).rows
  const ofKey = async () => (await browse({ sort: 'sets', search: 'images-key-1' })).filter(({ id }) => id === key)
  expect((await browse({ sort: 'sets' }))[0]?.sets).toBeGreaterThan(1)
  // As `what depends on a key` finds them: its machine is deallocated.
  expect(await ofKey()).toEqual([{ id: key, sets: 1, locations: ['westus'], stops: 0, versions: 3 }])

  const azure = await azureAsProgram(portal.azure)
  const { status } = await azure.arm('PUT', `${compute}/virtualMachines/web`, {
    location: 'westus',
    properties: {
      hardwareProfile: { vmSize: 'Standard_D2s_v5' },
      osProfile: { computerName: 'web', adminUsername: 'ada', adminPassword: 'a-Password-1' },
      storageProfile: {
        imageReference: { id: `${compute}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0` },
        osDisk: { createOption: 'FromImage' },
      },
    },
  })
  azure.close()
  expect(status).toBe(201)
  portal.clock.advance(60_000)
  expect(await ofKey()).toMatchObject([{ stops: 1 }])
  const first = await browse({ sort: 'stops' })
  expect(first[0]?.stops).toBe(1)
  expect(first.map(({ stops }) => stops)).toEqual(first.map(({ stops }) => stops).toSorted((one, other) => other - one))
})

it('counts the versions of a key in the largest estate', async () => {
  await open(contosoAtScale())
  const asked = { sort: 'key', direction: 'asc', page: '0', search: 'kv1-belgiumcentral' }
  const { rows } = browseKeys.response.parse((await asAda.get(browseKeys.path, asked)).body)
  expect(rows).toMatchObject([{ sets: 11, versions: 510 }])
}, 60_000)

it('reads the busiest key of the largest estate, with 510 versions', async () => {
  await open(contosoAtScale())
  const { facts } = await impactOf({ keyUrl: 'https://kv1-belgiumcentral.vault.azure.net/keys/key' })
  expect([facts.sets.length, facts.versions.length]).toEqual([11, 510])
}, 60_000)
