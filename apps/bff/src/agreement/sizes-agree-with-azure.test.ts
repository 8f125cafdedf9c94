import { startAzureSimulator, type AzureSimulator, type Clock } from '@portal/azure-simulator'
import { blankPlan, blankTargetRegion, type ImageVersionPlan, isBlocking, type Issue } from '@portal/image-version'
import { check } from '@portal/version-rules'
import { atRegion, blankVirtualMachinePlan, virtualMachineIssues } from '@portal/virtual-machine'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ArmRefusal } from '../azure/arm/arm-reply.ts'
import { armUrl } from '../azure/arm/arm-request.ts'
import { inventoryForPlan } from '../azure/inventory/inventory.ts'
import { virtualMachineInventory } from '../azure/machines/virtual-machine-inventory.ts'
import { testAsker, type TestAsker } from '../testing/asker.ts'

// The rules and the simulator implement separately which source fits a definition, and which size its machines: this
// test compares them. Everything goes to ARM, whatever the rules say about it.

const subscriptionId = 'c0470500-0000-4000-8000-00000000a001'
const compute = `/subscriptions/${subscriptionId}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
let now = Date.parse('2026-11-24T10:00:00Z')
const clock: Clock = {
  now: () => now,
  advance: (ms) => void (now += ms),
  moveTo: (ms) => void (now = ms),
  restart: (ms) => void (now = ms),
}

let simulator: AzureSimulator
let ada: TestAsker

beforeAll(async () => {
  simulator = await startAzureSimulator({ clock, throttling: 'off' })
  ada = await testAsker(simulator, 'ada@contoso.example')
})
afterAll(async () => {
  await ada[Symbol.asyncDispose]()
  await simulator.close()
})

/** Sends it to ARM and lets Azure complete it; Azure's code and words if it is refused. */
async function refusalOf(id: string, properties: object): Promise<string | undefined> {
  try {
    const url = armUrl(id, { 'api-version': '2025-03-03' })
    const version = /\/virtualMachines\//.test(id)
      ? '2024-11-01'
      : /\/galleries\//.test(id)
        ? '2025-03-03'
        : '2024-03-02'
    await ada.azure.send({
      method: 'PUT',
      url: url.replace('2025-03-03', version),
      body: { location: 'westus', properties },
    })
  } catch (error) {
    if (!(error instanceof ArmRefusal)) throw error
    return `${error.arm.code}: ${error.arm.message}`
  }
  now += 3_600_000
  return undefined
}

const generation = fc.constantFrom('V1', 'V2', 'V2', 'V2')
const architecture = fc.constantFrom('x64', 'x64', 'Arm64')
const controllers = fc.constantFrom('SCSI', 'SCSI, NVMe')
const accelerated = fc.boolean()
/** Few differences in each pair, so that most of them fit but for one. */
const differing = <T>(value: T, other: fc.Arbitrary<T>) => fc.oneof({ weight: 6, arbitrary: fc.constant(value) }, other)

const systems = fc.record({ generation, architecture, controllers, accelerated })
const sources = systems.chain((system) =>
  fc.record({
    definition: fc.record({
      hyperVGeneration: differing(system.generation, generation),
      architecture: differing(system.architecture, architecture),
      securityType: fc.constantFrom(undefined, 'TrustedLaunch', 'TrustedLaunchSupported', 'ConfidentialVMSupported'),
      controllers: fc.option(differing(system.controllers, controllers), { nil: undefined }),
      startsAtVersion: fc.constantFrom(undefined, undefined, '1.0.0', '2.0.0'),
      accelerated: fc.option(differing(system.accelerated, accelerated), { nil: undefined }),
    }),
    source: fc.record({
      kind: fc.constantFrom('disks', 'snapshots'),
      hyperVGeneration: fc.constant(system.generation),
      architecture: fc.option(fc.constant(system.architecture), { nil: undefined }),
      diskControllerTypes: fc.option(fc.constant(system.controllers), { nil: undefined }),
      acceleratedNetwork: fc.option(fc.constant(system.accelerated), { nil: undefined }),
    }),
    dataDisks: fc.constantFrom(0, 0, 5),
    machines: fc.array(
      fc.record({
        size: fc.nat(),
        securityType: fc.constantFrom('Standard' as const, 'TrustedLaunch' as const, 'ConfidentialVM' as const),
      }),
      { minLength: 4, maxLength: 4 },
    ),
  }),
)
type Case = typeof sources extends fc.Arbitrary<infer T> ? T : never

/** Without what is undefined, as JSON leaves it out. */
const given = (properties: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))

async function makeSource({ source, dataDisks }: Case, name: string): Promise<string[]> {
  const { hyperVGeneration, kind, ...supportedCapabilities } = source
  const disk = (more: object) => ({ creationData: { createOption: 'Empty' }, diskSizeGB: 30, ...more })
  const system = { osType: 'Linux', hyperVGeneration, supportedCapabilities: given(supportedCapabilities) }
  const ids = [
    `${compute}/disks/${name}`,
    ...Array.from({ length: dataDisks }, (_, lun) => `${compute}/disks/${name}-${lun}`),
  ]
  for (const [index, id] of ids.entries()) expect(await refusalOf(id, disk(index === 0 ? system : {}))).toBeUndefined()
  if (kind === 'disks') return ids
  const snapshot = `${compute}/snapshots/${name}`
  const creationData = { createOption: 'Copy', sourceResourceId: ids[0] }
  expect(await refusalOf(snapshot, { creationData })).toBeUndefined()
  return [snapshot, ...ids.slice(1)]
}

/** A definition with those features; with disk controllers from a version on, if they are to start at one. */
async function makeDefinition({ definition }: Case, id: string, name: string): Promise<void> {
  const { hyperVGeneration, architecture: ofDefinition, securityType, startsAtVersion, ...stated } = definition
  const isSecured = hyperVGeneration === 'V2' && ofDefinition === 'x64'
  const accelerates = stated.accelerated === undefined ? undefined : stated.accelerated ? 'True' : 'False'
  const features = (diskControllers: string | undefined, start?: string) =>
    Object.entries(
      given({
        SecurityType: isSecured ? securityType : undefined,
        IsAcceleratedNetworkSupported: accelerates,
        DiskControllerTypes: diskControllers,
      }),
    ).map(([feature, value]) => ({
      name: feature,
      value,
      ...(feature === 'DiskControllerTypes' && start !== undefined && { startsAtVersion: start }),
    }))
  const properties = {
    osType: 'Linux',
    osState: 'Generalized',
    hyperVGeneration,
    architecture: ofDefinition,
    identifier: { publisher: 'Contoso', offer: name, sku: name },
  }
  const isLater = startsAtVersion !== undefined && stated.controllers !== undefined
  expect(
    await refusalOf(id, { ...properties, features: features(isLater ? undefined : stated.controllers) }),
  ).toBeUndefined()
  if (!isLater) return
  const changed = { features: features(stated.controllers, startsAtVersion), allowUpdateImage: true }
  expect(await refusalOf(id, { ...properties, ...changed })).toBeUndefined()
}

function machineProperties(imageVersionId: string, size: string, securityType: string): object {
  const isSecured = securityType !== 'Standard'
  const confidential = securityType === 'ConfidentialVM' && {
    securityProfile: { securityEncryptionType: 'VMGuestStateOnly' },
  }
  return {
    hardwareProfile: { vmSize: size },
    osProfile: { computerName: 'vm', adminUsername: 'ada', adminPassword: 'A-made-up-password-1' },
    storageProfile: {
      imageReference: { id: imageVersionId },
      osDisk: { createOption: 'FromImage', managedDisk: { storageAccountType: 'StandardSSD_LRS', ...confidential } },
    },
    ...(isSecured && {
      securityProfile: { securityType, uefiSettings: { secureBootEnabled: true, vTpmEnabled: true } },
    }),
  }
}

const codesOf = (issues: Issue[]) => issues.filter(isBlocking).map(({ code }) => code)
let count = 0

it('takes exactly the sources and sizes that Azure takes', async () => {
  const counts = { versions: [0, 0], machines: [0, 0] }
  const property = async (generated: Case) => {
    count += 1
    const name = `fit-${count}`
    const definitionId = `${compute}/galleries/contosoGallery/images/${name}`
    const [osDiskId = '', ...dataDiskIds] = await makeSource(generated, name)
    await makeDefinition(generated, definitionId, name)
    const plan: ImageVersionPlan = {
      ...blankPlan(definitionId),
      name: '1.0.0',
      location: 'westus',
      source: { type: 'DisksAndSnapshots', osDiskId, dataDisks: dataDiskIds.map((id, lun) => ({ lun, id })) },
      targetRegions: [blankTargetRegion('westus')],
    }
    const said = codesOf(check(plan, await inventoryForPlan(ada.azure, plan)))
    const versionId = `${definitionId}/versions/1.0.0`
    const refusal = await refusalOf(versionId, {
      storageProfile: {
        osDiskImage: { source: { id: osDiskId } },
        dataDiskImages: dataDiskIds.map((id, lun) => ({ lun, source: { id } })),
      },
    })
    expect([refusal !== undefined, refusal], said.join()).toEqual([said.length > 0, refusal])
    counts.versions[refusal === undefined ? 0 : 1]! += 1
    if (refusal !== undefined) return
    const asked = { imageVersionId: versionId, subscriptionId, location: 'westus' }
    const inventory = await virtualMachineInventory(ada.azure, asked)
    for (const [index, { size, securityType }] of generated.machines.entries()) {
      const machine = `m-${count}-${index}`
      const { name: sizeName = '' } = inventory.sizes[size % inventory.sizes.length] ?? {}
      const blank = { ...blankVirtualMachinePlan(versionId), subscriptionId, securityType }
      const chosen = { ...atRegion(blank, 'westus', inventory.image), size: sizeName }
      const onSsd = { ...chosen.osDisk, storageAccountType: 'StandardSSD_LRS' as const }
      const dataDisks = chosen.dataDisks.map(({ lun }) => ({ lun, ...onSsd }))
      const issues = virtualMachineIssues({ ...chosen, osDisk: onSsd, dataDisks }, inventory)
      const ofMachine = codesOf(issues.filter(({ path: [field] }) => field === 'size' || field === 'securityType'))
      const refused = await refusalOf(
        `${compute}/virtualMachines/${machine}`,
        machineProperties(versionId, sizeName, securityType),
      )
      const facts = `${sizeName} as ${securityType}: ${ofMachine.join()}; ${refused}`
      expect(refused !== undefined, facts).toBe(ofMachine.length > 0)
      counts.machines[refused === undefined ? 0 : 1]! += 1
    }
  }
  await fc.assert(fc.asyncProperty(sources, property), { numRuns: 80, seed: 33 })
  expect(Math.min(...counts.versions, ...counts.machines)).toBeGreaterThan(10)
}, 180_000)
