import type { VirtualMachinePreview, VirtualMachineState } from '@portal/portal-api'
import {
  atRegion,
  blankVirtualMachinePlan,
  type VirtualMachineInventory,
  virtualMachinePlan,
  type VirtualMachinePlan,
} from '@portal/virtual-machine'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { onceAnswered } from '../../testing/once-answered.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const subscriptionId = 'c0470500-0000-4000-8000-00000000a001'
const group = `/subscriptions/${subscriptionId}/resourceGroups/myResourceGroup`
const imageVersionId = `${group}/providers/Microsoft.Compute/galleries/contosoGallery/images/windows-sql/versions/2025.10.1`
const machineId = `${group}/providers/Microsoft.Compute/virtualMachines/sql-01`
const adminSecret = 'Correct-Horse-Battery-1'
const setId = (name: string) => `${group}/providers/Microsoft.Compute/diskEncryptionSets/${name}`

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

async function inventory(asked: Partial<Record<'subscriptionId' | 'location', string>> = {}, user = asAda) {
  const reply = await user.get('/api/virtual-machine-inventory', {
    imageVersionId,
    subscriptionId,
    location: 'eastus2',
    ...asked,
  })
  expect(reply.status).toBe(200)
  return reply.body as VirtualMachineInventory
}

/** A Windows machine in East US 2 with the image's three sets. */
async function aPlan(overrides: Partial<VirtualMachinePlan> = {}): Promise<VirtualMachinePlan> {
  const plan = { ...blankVirtualMachinePlan(imageVersionId), subscriptionId }
  const { image } = await inventory()
  return {
    ...atRegion(plan, 'eastus2', image),
    resourceGroup: { isNew: false, name: 'myResourceGroup' },
    name: 'sql-01',
    size: 'Standard_D2s_v5',
    securityType: 'Standard',
    network: {
      type: 'New',
      virtualNetworkName: 'sql-01-vnet',
      addressPrefix: '10.0.0.0/16',
      subnetName: 'default',
      subnetAddressPrefix: '10.0.0.0/24',
      defaultOutboundAccess: false,
    },
    ...overrides,
  }
}

async function create(plan: VirtualMachinePlan, user = asAda) {
  return user.send('PUT', '/api/virtual-machines', { plan, adminSecret })
}

async function read(id = machineId): Promise<VirtualMachineState> {
  const reply = await asAda.get('/api/virtual-machine', { id })
  expect(reply.status).toBe(200)
  return reply.body as VirtualMachineState
}

const deploymentPuts = () =>
  portal.azure.requests.filter(({ method, path }) => method === 'PUT' && path.includes('/deployments/'))

describe('the inventory', () => {
  it('tells the disks of the image and its sets by region and LUN', async () => {
    const { image, imageDefinition } = await inventory()
    expect(imageDefinition.osType).toBe('Windows')
    expect(image.dataDisks.map(({ lun }) => lun)).toEqual([1, 2])
    expect(image.regions.find(({ name }) => name === 'eastus2')).toMatchObject({
      isReplicated: true,
      diskEncryptionSets: [
        { disk: 'os', diskEncryptionSetId: setId('EastUS2DiskEncryptionSet1') },
        { disk: 1, diskEncryptionSetId: setId('EastUS2DiskEncryptionSet2') },
        { disk: 2, diskEncryptionSetId: setId('EastUS2DiskEncryptionSet3') },
      ],
    })
  })

  it('tells sizes with what they can, groups, and whether the subscription may encrypt at host', async () => {
    const { sizes, resourceGroups, hasEncryptionAtHost, virtualMachineIds } = await inventory()
    expect(sizes.find(({ name }) => name === 'Standard_D2_v5')).toMatchObject({ supportsPremiumStorage: false })
    expect(sizes.find(({ name }) => name === 'Standard_DC2as_v5')).toMatchObject({
      isConfidential: true,
      hyperVGenerations: ['V2'],
    })
    expect(sizes.find(({ name }) => name === 'Standard_D2s_v5')).toMatchObject({
      architecture: 'x64',
      diskControllers: ['SCSI'],
      maxDataDisks: 4,
    })
    expect(sizes.find(({ name }) => name === 'Standard_D2s_v6')).toMatchObject({ diskControllers: ['NVMe'] })
    expect(sizes.find(({ name }) => name === 'Standard_E4bds_v5')).toMatchObject({ diskControllers: ['SCSI', 'NVMe'] })
    expect(sizes.find(({ name }) => name === 'Standard_D2ps_v6')).toMatchObject({ architecture: 'Arm64' })
    const ending = sizes.filter(({ retiresOn }) => retiresOn !== undefined)
    expect(ending.map(({ name, retiresOn }) => `${name} ${retiresOn}`)).toContain('Standard_B2s 2028-11-15')
    expect(ending).toHaveLength(3)
    expect(resourceGroups).toContainEqual({ name: 'myResourceGroup', location: 'westus' })
    expect(hasEncryptionAtHost).toBe(false)
    expect(virtualMachineIds).toContain(`${group}/providers/Microsoft.Compute/virtualMachines/golden-vm`)
  })

  it("is for the image's own subscription and its first region while none is chosen", async () => {
    const unchosen = await inventory({ subscriptionId: '', location: '' })
    const [first] = unchosen.image.regions.filter(({ isReplicated }) => isReplicated)
    expect(unchosen.sizes.length).toBeGreaterThan(0)
    expect(unchosen).toEqual(await inventory({ location: first?.name ?? '' }))
  })
})

describe('making a machine', () => {
  it('makes it with a set for each disk by LUN, and shows what Azure stored', async () => {
    const plan = await aPlan()
    const [one, two] = plan.dataDisks
    const double = { ...two!, diskEncryptionSetId: setId('EastUS2DoubleEncryptionSet') }
    const reply = await create({ ...plan, dataDisks: [double, one!] })
    expect(reply.body).toEqual({ id: machineId })
    expect(await read()).toMatchObject({ deployment: { state: 'Running' } })
    portal.clock.advance(60_000)
    const { machine, deployment } = await read()
    expect(deployment).toMatchObject({ state: 'Succeeded', plan: { name: 'sql-01' } })
    expect(machine?.powerState).toBe('running')
    expect(
      machine?.disks.map(({ disk, diskEncryptionSetId }) => [disk, diskEncryptionSetId.split('/').at(-1)]),
    ).toEqual([
      ['os', 'EastUS2DiskEncryptionSet1'],
      [1, 'EastUS2DiskEncryptionSet2'],
      [2, 'EastUS2DoubleEncryptionSet'],
    ])
  })

  it.each([false, true])('makes a subnet with default outbound access %s, as chosen', async (access) => {
    const { network, ...plan } = await aPlan()
    if (network.type !== 'New') throw new Error('The network is a new one')
    await create({ ...plan, network: { ...network, defaultOutboundAccess: access } })
    portal.clock.advance(60_000)
    const { virtualNetworks } = await inventory()
    const { subnets } = virtualNetworks.find(({ name }) => name === 'sql-01-vnet') ?? {}
    expect(subnets).toMatchObject([{ name: 'default', isPrivate: !access }])
  })

  it('reads the request of a portal that did not know private subnets', async () => {
    const { network, ...plan } = await aPlan()
    const { defaultOutboundAccess: _, ...older } = { defaultOutboundAccess: false, ...network }
    expect(virtualMachinePlan.parse({ ...plan, network: older })).toEqual({ ...plan, network })
  })

  it('keeps the password out of the deployment and the log', async () => {
    await create(await aPlan())
    portal.clock.advance(60_000)
    const shown = await read()
    const [sent] = deploymentPuts()
    const { store } = portal.azure.world
    const kept = [...store.list(group, 'Microsoft.Resources/deployments'), store.get(machineId)]
    expect(sent?.body).toMatchObject({ properties: { parameters: { adminSecret: { value: adminSecret } } } })
    expect(kept).toHaveLength(2)
    expect(JSON.stringify(kept)).not.toContain(adminSecret)
    expect(JSON.stringify(shown)).not.toContain(adminSecret)
    expect(portal.log.join('')).not.toContain(adminSecret)
  })

  it('makes one where it is asked twice', async () => {
    const plan = await aPlan()
    expect((await create(plan)).status).toBe(200)
    expect((await create(plan)).body).toEqual({ id: machineId })
    portal.clock.advance(60_000)
    expect(portal.azure.world.store.list(group, 'Microsoft.Resources/deployments')).toHaveLength(1)
    expect((await create(plan)).problem()).toMatchObject({
      code: 'PlanRejected',
      issues: expect.arrayContaining([expect.objectContaining({ code: 'MachineNameTaken' })]) as unknown,
    })
  })

  it('makes the resource group first where it is new', async () => {
    const ada = portal.azure.world.users.find(({ displayName }) => displayName.startsWith('Ada'))?.id ?? ''
    portal.azure.world.roleAssignments.push({
      principalId: ada,
      role: 'Contributor',
      scope: `/subscriptions/${subscriptionId}`,
    })
    expect((await create(await aPlan({ resourceGroup: { isNew: true, name: 'sql' } }))).status).toBe(200)
    expect(portal.azure.world.store.get(`/subscriptions/${subscriptionId}/resourceGroups/sql`)).toMatchObject({
      location: 'eastus2',
    })
  })

  it('sends nothing where the rules refuse it on fresh facts', async () => {
    const far = await create(await aPlan({ location: 'japaneast' }))
    expect(far.problem().issues).toContainEqual(expect.objectContaining({ code: 'ImageNotInRegion' }))
    const weak = await asAda.send('PUT', '/api/virtual-machines', { plan: await aPlan(), adminSecret: 'weak' })
    expect(weak.problem().issues).toEqual([expect.objectContaining({ code: 'PasswordInvalid', path: ['adminSecret'] })])
    expect(weak.headers.get('content-type')).toContain('problem+json')
    expect(deploymentPuts()).toEqual([])
  })

  it('refuses a set whose key is disabled, before Azure does', async () => {
    const osDisk = {
      storageAccountType: 'Premium_LRS' as const,
      diskEncryptionSetId: setId('WestUSDisabledKeyDiskEncryptionSet'),
    }
    const { image } = await inventory()
    const plan = { ...atRegion(await aPlan(), 'westus', image), size: 'Standard_D2s_v5', osDisk }
    expect((await create(plan)).problem().issues).toContainEqual(expect.objectContaining({ code: 'KeyDisabled' }))
  })

  it('tells what Azure refused, once the deployment failed', async () => {
    const { store } = portal.azure.world
    const plan = await aPlan()
    expect((await create(plan)).status).toBe(200)
    store.remove(setId('EastUS2DiskEncryptionSet1'))
    portal.clock.advance(60_000)
    const { deployment, machine } = await read()
    expect(machine).toBeUndefined()
    expect(deployment?.state).toBe('Failed')
    expect(deployment?.operations.find(({ state }) => state === 'Failed')?.error?.code).toBe('NotFound')
  })

  it('sends it once where the answer is lost, and finds what Azure took on', async () => {
    portal.azure.faults.dropAnswer({ method: 'PUT', path: /deployments/i })
    expect((await create(await aPlan())).body).toEqual({ id: machineId })
    expect(deploymentPuts()).toHaveLength(1)
  })
})

describe('the preview', () => {
  const preview = async (plan: VirtualMachinePlan, user = asAda) => {
    const reply = user.send('POST', '/api/virtual-machine-previews', { plan, adminSecret })
    return (await onceAnswered(reply, portal.clock)).body as VirtualMachinePreview
  }

  it('asks Azure what it would do, and changes nothing', async () => {
    const { missingActions, changes } = await preview(await aPlan({ publicIpAddress: true }))
    expect(missingActions).toEqual([])
    expect(changes?.map(({ resourceId, changeType }) => [resourceId.split('/').at(-1), changeType]).toSorted()).toEqual(
      [
        ['sql-01', 'Create'],
        ['sql-01-ip', 'Create'],
        ['sql-01-nic', 'Create'],
        ['sql-01-nsg', 'Create'],
        ['sql-01-vnet', 'Create'],
      ],
    )
    expect(portal.azure.world.store.get(machineId)).toBeUndefined()
  })

  it('names what a reader may not do', async () => {
    const asRita = await portal.as('rita@contoso.example')
    const reply = await asRita.send('POST', '/api/virtual-machine-previews', { plan: await aPlan(), adminSecret })
    const { missingActions } = reply.body as VirtualMachinePreview
    expect(missingActions).toContain('Microsoft.Compute/virtualMachines/write')
  })
})

it('knows no machine that is neither there nor being made', async () => {
  const reply = await asAda.get('/api/virtual-machine', { id: machineId })
  expect([reply.status, reply.problem().code]).toEqual([404, 'NotFoundInAzure'])
})

it('knows no machine that was made and then deleted', async () => {
  await create(await aPlan())
  portal.clock.advance(60_000)
  await read()
  portal.azure.world.store.remove(machineId)
  expect((await asAda.get('/api/virtual-machine', { id: machineId })).status).toBe(404)
})

it('holds nothing that was asked before against another machine of the same name', async () => {
  await create(await aPlan())
  portal.clock.advance(60_000)
  await read()
  const { store } = portal.azure.world
  const made = store.get(machineId)
  const timeCreated = new Date(portal.clock.now() + 60_000).toISOString()
  if (made) store.put({ ...made, properties: { ...made.properties, timeCreated } })
  expect(await read()).not.toHaveProperty('deployment')
})

it('shows a machine that the portal has not made, with what its disks have', async () => {
  const { machine, deployment } = await read(`${group}/providers/Microsoft.Compute/virtualMachines/trusted-vm`)
  expect(deployment).toBeUndefined()
  expect(machine).toMatchObject({ securityType: 'TrustedLaunch', powerState: 'deallocated' })
  expect(machine?.disks[0]?.diskEncryptionSetId.toLowerCase()).toBe(setId('WestUSDiskEncryptionSet1').toLowerCase())
})

it('tells which disks are encrypted inside the machine', async () => {
  const id = `${group}/providers/Microsoft.Compute/virtualMachines/trusted-vm`
  const { store } = portal.azure.world
  const disk = store
    .list('/subscriptions', 'Microsoft.Compute/disks')
    .find(({ name, properties }) => name.startsWith('trusted-vm') && properties['osType'] !== undefined)
  if (disk === undefined) throw new Error('trusted-vm has no OS disk')
  const encryptionSettingsCollection = { enabled: true, encryptionSettingsVersion: '1.1', encryptionSettings: [] }
  store.put({ ...disk, properties: { ...disk.properties, encryptionSettingsCollection } })
  const { machine } = await read(id)
  expect(machine?.disks.map(({ usesAzureDiskEncryption }) => usesAzureDiskEncryption)).toEqual([true, false])
})
