import { startAzureSimulator, type AzureSimulator, type Clock } from '@portal/azure-simulator'
import {
  blankPlan,
  blankTargetRegion,
  type ImageSource,
  type ImageVersionPlan,
  isBlocking,
  type Issue,
} from '@portal/image-version'
import { check } from '@portal/version-rules'
import { atRegion, blankVirtualMachinePlan, sizeMisfits, virtualMachineIssues } from '@portal/virtual-machine'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ArmRefusal } from '../azure/arm/arm-reply.ts'
import { armUrl } from '../azure/arm/arm-request.ts'
import { inventoryForPlan } from '../azure/inventory/inventory.ts'
import { virtualMachineInventory } from '../azure/virtual-machines/virtual-machine-inventory.ts'
import { testAzureSession, type TestAzureSession } from '../testing/azure-session.ts'

// The rules and the simulator implement separately which source fits a definition, which size its machines, and which
// purchase plan these need: this test compares them. Everything goes to ARM, whatever the rules say about it.

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
let ada: TestAzureSession

beforeAll(async () => {
  simulator = await startAzureSimulator({ clock, throttling: 'off' })
  ada = await testAzureSession(simulator, 'ada@contoso.example')
})
afterAll(async () => {
  await ada[Symbol.asyncDispose]()
  await simulator.close()
})

/** Sends it to ARM and lets Azure complete it; Azure's code and words if it is refused. */
async function refusalOf(id: string, properties: object, more: object = {}): Promise<string | undefined> {
  try {
    const url = armUrl(id, { 'api-version': '2025-03-03' })
    const version = /\/(?:virtualMachines|Microsoft\.Compute\/images)\//.test(id)
      ? '2024-11-01'
      : /\/galleries\//.test(id)
        ? '2025-03-03'
        : '2024-03-02'
    await ada.azure.send({
      method: 'PUT',
      url: url.replace('2025-03-03', version),
      body: { location: 'westus', properties, ...more },
    })
  } catch (error) {
    if (!(error instanceof ArmRefusal)) throw error
    return `${error.arm.code}: ${error.arm.message}`
  }
  now += 3_600_000
  return undefined
}

/** The same for what Azure takes in any case. */
async function make(id: string, properties: object): Promise<void> {
  const refusal = await refusalOf(id, properties)
  if (refusal !== undefined) throw new Error(refusal)
}

const generation = fc.constantFrom('V1', 'V2', 'V2', 'V2')
const architecture = fc.constantFrom('x64', 'x64', 'Arm64')
const controllers = fc.constantFrom('SCSI', 'SCSI, NVMe')
const accelerated = fc.boolean()
/** Few differences in each pair, so that most of them fit but for one. */
const differing = <T>(value: T, other: fc.Arbitrary<T>) => fc.oneof({ weight: 6, arbitrary: fc.constant(value) }, other)

const planName = fc.constantFrom(undefined, undefined, 'gen1', 'gen2')
const planNamed = (name: string | undefined) =>
  name === undefined ? undefined : { publisher: 'northwind', product: 'hardened-linux', name }

const systems = fc.record({ generation, architecture, controllers, accelerated, planName })
const sources = systems.chain((system) =>
  fc.record({
    definition: fc.record({
      hyperVGeneration: differing(system.generation, generation),
      architecture: differing(system.architecture, architecture),
      securityType: fc.constantFrom(undefined, 'TrustedLaunch', 'TrustedLaunchSupported', 'ConfidentialVMSupported'),
      controllers: fc.option(differing(system.controllers, controllers), { nil: undefined }),
      startsAtVersion: fc.constantFrom(undefined, undefined, '1.0.0', '2.0.0'),
      accelerated: fc.option(differing(system.accelerated, accelerated), { nil: undefined }),
      planName: differing(system.planName, planName),
    }),
    source: fc.record({
      kind: fc.constantFrom('disks', 'snapshots', 'images'),
      planName: fc.constant(system.planName),
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
        /** before it, somebody accepts the terms of the definition's plan */
        accepts: fc.boolean(),
      }),
      { minLength: 4, maxLength: 4 },
    ),
  }),
)
type Case = typeof sources extends fc.Arbitrary<infer T> ? T : never

/** Without what is undefined, as JSON leaves it out. */
const given = (properties: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))

/** A source as the plan of a version names it, and as ARM does. */
interface MadeSource {
  ofPlan: ImageSource
  storageProfile: object
}

/** Disks, a snapshot with disks, or an image of disks; Azure creates no image for Arm64, so then disks. */
async function makeSource({ source, dataDisks }: Case, name: string): Promise<MadeSource> {
  const { hyperVGeneration, kind, planName: ofSource, ...supportedCapabilities } = source
  const disk = (more: object) => ({ creationData: { createOption: 'Empty' }, diskSizeGB: 30, ...more })
  const system = {
    osType: 'Linux',
    hyperVGeneration,
    supportedCapabilities: given(supportedCapabilities),
    purchasePlan: planNamed(ofSource),
  }
  const osDiskId = `${compute}/disks/${name}`
  const ofLuns = Array.from({ length: dataDisks }, (_, lun) => ({ lun, id: `${osDiskId}-${lun}` }))
  await make(osDiskId, disk(given(system)))
  for (const { id } of ofLuns) await make(id, disk({}))
  if (kind === 'images' && source.architecture !== 'Arm64') {
    const id = `${compute}/images/${name}`
    const osDisk = { osType: 'Linux', osState: 'Generalized', managedDisk: { id: osDiskId } }
    const dataDisksOf = ofLuns.map((one) => ({ lun: one.lun, managedDisk: { id: one.id } }))
    const properties = { storageProfile: { osDisk, dataDisks: dataDisksOf }, hyperVGeneration }
    await make(id, properties)
    return { ofPlan: { type: 'ManagedImage', id }, storageProfile: { source: { id } } }
  }
  const snapshotId = `${compute}/snapshots/${name}`
  if (kind === 'snapshots') {
    const creationData = { createOption: 'Copy', sourceResourceId: osDiskId }
    await make(snapshotId, { creationData })
  }
  const id = kind === 'snapshots' ? snapshotId : osDiskId
  return {
    ofPlan: { type: 'DisksAndSnapshots', osDiskId: id, dataDisks: ofLuns },
    storageProfile: {
      osDiskImage: { source: { id } },
      dataDiskImages: ofLuns.map((one) => ({ lun: one.lun, source: { id: one.id } })),
    },
  }
}

/** A definition with those features; with disk controllers from a version on, if they are to start at one. */
async function makeDefinition({ definition }: Case, id: string, name: string): Promise<void> {
  const { hyperVGeneration, architecture: ofDefinition, securityType, startsAtVersion, ...stated } = definition
  const purchasePlan = planNamed(stated.planName)
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
    ...(purchasePlan && { purchasePlan }),
  }
  const isLater = startsAtVersion !== undefined && stated.controllers !== undefined
  await make(id, { ...properties, features: features(isLater ? undefined : stated.controllers) })
  if (!isLater) return
  const changed = { features: features(stated.controllers, startsAtVersion), allowUpdateImage: true }
  await make(id, { ...properties, ...changed })
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

/** Somebody accepts the terms of the definition's plan in the subscription, if it has one. */
async function acceptTerms({ definition: { planName: name } }: Case): Promise<void> {
  if (name === undefined) return
  const path = `/subscriptions/${subscriptionId}/providers/Microsoft.MarketplaceOrdering/offerTypes/virtualmachine/publishers/northwind/offers/hardened-linux/plans/${name}/agreements/current`
  const url = armUrl(path, { 'api-version': '2021-01-01' })
  await ada.azure.send({ method: 'PUT', url, body: { properties: { accepted: true } } })
}

/** As if nobody had. */
function forgetTerms(): void {
  const { store } = simulator.world
  for (const { id } of store.list(`/subscriptions/${subscriptionId}/providers`, agreementType)) store.remove(id)
}

const agreementType = 'Microsoft.MarketplaceOrdering/offertypes/publishers/offers/plans/agreements'
const codesOf = (issues: Issue[]) => issues.filter(isBlocking).map(({ code }) => code)
let count = 0

it('takes exactly the sources, sizes and purchase plans that Azure takes', async () => {
  const counts = { versions: [0, 0], sizes: [0, 0], plans: [0, 0] }
  const property = async (generated: Case) => {
    count += 1
    const name = `fit-${count}`
    const definitionId = `${compute}/galleries/contosoGallery/images/${name}`
    const { ofPlan, storageProfile } = await makeSource(generated, name)
    await makeDefinition(generated, definitionId, name)
    const plan: ImageVersionPlan = {
      ...blankPlan(definitionId),
      name: '1.0.0',
      location: 'westus',
      source: ofPlan,
      targetRegions: [blankTargetRegion('westus')],
    }
    const said = codesOf(check(plan, await inventoryForPlan(ada.azure, plan)))
    const versionId = `${definitionId}/versions/1.0.0`
    const refusal = await refusalOf(versionId, { storageProfile })
    expect([refusal !== undefined, refusal], said.join()).toEqual([said.length > 0, refusal])
    counts.versions[refusal === undefined ? 0 : 1]! += 1
    if (refusal !== undefined) return
    forgetTerms()
    const asked = { imageVersionId: versionId, subscriptionId, location: 'westus' }
    for (const [index, { size, securityType, accepts }] of generated.machines.entries()) {
      if (accepts) await acceptTerms(generated)
      const inventory = await virtualMachineInventory(ada.azure, asked)
      // Every second machine has a size that should fit, so that plans decide.
      const fitting = inventory.sizes.filter((one) => sizeMisfits(one, { securityType }, inventory).length === 0)
      const offered = index % 2 === 0 || fitting.length === 0 ? inventory.sizes : fitting
      const { name: sizeName = '' } = offered[size % offered.length] ?? {}
      const blank = { ...blankVirtualMachinePlan(versionId), subscriptionId, securityType }
      const chosen = { ...atRegion(blank, 'westus', inventory.image), size: sizeName }
      const onSsd = { ...chosen.osDisk, storageAccountType: 'StandardSSD_LRS' as const }
      const dataDisks = chosen.dataDisks.map(({ lun }) => ({ lun, ...onSsd }))
      const issues = virtualMachineIssues({ ...chosen, osDisk: onSsd, dataDisks }, inventory)
      const at = (...fields: string[]) => codesOf(issues.filter(({ path: [field] }) => fields.includes(`${field}`)))
      const ofSize = at('size', 'securityType')
      const ofPurchase = at('purchasePlan', 'imageVersionId')
      const { purchasePlan } = inventory.imageDefinition
      const refused = await refusalOf(
        `${compute}/virtualMachines/m-${count}-${index}`,
        machineProperties(versionId, sizeName, securityType),
        purchasePlan && { plan: purchasePlan },
      )
      const facts = `${sizeName} as ${securityType}: ${[...ofSize, ...ofPurchase].join()}; ${refused}`
      expect(refused !== undefined, facts).toBe(ofSize.length + ofPurchase.length > 0)
      // Of several faults, Azure names one.
      const why = ofSize.length > 0 ? /./ : ofPurchase.length > 0 ? ofPlans : /^$/
      expect(refused ?? '', facts).toMatch(why)
      if (ofPurchase.length === 0) counts.sizes[refused === undefined ? 0 : 1]! += 1
      if (ofSize.length === 0) counts.plans[refused === undefined ? 0 : 1]! += 1
    }
  }
  await fc.assert(fc.asyncProperty(sources, property), { numRuns: 80, seed: 33 })
  expect(Math.min(...Object.values(counts).flat()), JSON.stringify(counts)).toBeGreaterThan(10)
}, 180_000)

const ofPlans = /^(?:VMMarketplaceInvalidInput|ResourcePurchaseValidationFailed):/
