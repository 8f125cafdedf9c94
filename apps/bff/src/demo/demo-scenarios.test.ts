import { contoso, fabrikam } from '@portal/azure-simulator'
import { blankTargetRegion, type ImageVersionPlan, type TargetRegion } from '@portal/image-version'
import { aPlan } from '@portal/image-version/testing'
import {
  getVirtualMachineInventory,
  listScenarios,
  previewCleanUp,
  scenarioId,
  type Scenario,
  type ScenarioId,
} from '@portal/portal-api'
import { blankVirtualMachinePlan, sizeMisfits } from '@portal/virtual-machine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestPortal, type Reply, type SignedIn, type TestPortal } from '../testing/portal.ts'

// Every scenario on the Scenarios page works: each is tried as its person, with its definition and names.

const startsAt = '2026-11-24T10:00:00Z'
let portal: TestPortal
let scenarios: Scenario[]

beforeAll(async () => {
  portal = await startTestPortal({
    world: contoso({ now: Date.parse(startsAt), partnerKeys: true, hardware: true, builds: true }),
    partners: [fabrikam()],
  })
  const reply = await (await portal.as('ada@contoso.example')).get('/api/demo/scenarios')
  scenarios = listScenarios.response.parse(reply.body)
})
afterAll(() => portal.close())

/** A tested scenario: its person, and its names. */
interface Trial {
  user: SignedIn
  definitionId: string
  /** the scenario's ID besides the definition; '' if none */
  named: string
}

async function trialOf(id: ScenarioId): Promise<Trial> {
  const { persona, resourceIds } = scenarios.find((each) => each.id === id) ?? { persona: '', resourceIds: [] }
  const isDefinition = (each: string) => /\/images\/ubuntu-[a-z]+$/.test(each)
  return {
    user: await portal.as(persona),
    definitionId: resourceIds.find(isDefinition) ?? '',
    named: resourceIds.find((each) => !isDefinition(each)) ?? '',
  }
}

const group =
  '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup/providers/Microsoft.Compute'
const encryptedWith = (setId: string, region = 'westus'): TargetRegion => ({
  ...blankTargetRegion(region),
  encryption: {
    osDiskImage: setId,
    dataDiskImages: [{ lun: 0, diskEncryptionSetId: setId }],
    secureVMDiskEncryptionSetId: '',
  },
})
const setOfWestUS = `${group}/diskEncryptionSets/WestUSDiskEncryptionSet1`

function planOf({ definitionId }: Trial, name: string, over: Partial<ImageVersionPlan>): ImageVersionPlan {
  return aPlan({
    imageDefinitionId: definitionId,
    name,
    source: { type: 'ManagedImage', id: `${group}/images/myImage` },
    encryptionType: 'EncryptionAtRestWithPlatformKey',
    targetRegions: [blankTargetRegion('westus')],
    ...over,
  })
}

let count = 0
/** Creates a version with its own name. */
async function create(trial: Trial, over: Partial<ImageVersionPlan> = {}): Promise<Reply> {
  count += 1
  return trial.user.send('PUT', '/api/image-versions', planOf(trial, `9.0.${count}`, over))
}

/** Creates a version and looks at it ten minutes later. */
async function tenMinutesAfter(trial: Trial, over: Partial<ImageVersionPlan>): Promise<unknown> {
  expect((await create(trial, over)).status).toBe(200)
  portal.clock.advance(600_000)
  const id = `${trial.definitionId}/versions/9.0.${count}`
  return (await trial.user.get('/api/image-version', { id })).body
}

const customerKeys = (targetRegions: TargetRegion[]): Partial<ImageVersionPlan> => ({
  encryptionType: 'EncryptionAtRestWithCustomerKey',
  targetRegions,
})
const rejectedFor = (code: string) => ({
  status: 422,
  body: { issues: expect.arrayContaining([expect.objectContaining({ code }) as unknown]) as unknown },
})
const refusedWith = (code: string) => ({ body: { azure: { code } } })

const setRefused = (code: string) => async (trial: Trial) =>
  expect(await create(trial, customerKeys([encryptedWith(trial.named)]))).toMatchObject(rejectedFor(code))

const proofs: Record<ScenarioId, (trial: Trial) => Promise<void>> = {
  tour: setRefused('KeyVaultWithoutPurgeProtection'),
  'encrypted-version': async (trial) =>
    expect(await tenMinutesAfter(trial, customerKeys([encryptedWith(setOfWestUS)]))).toMatchObject({
      provisioningState: 'Succeeded',
    }),
  'set-not-granted': setRefused('KeyAccessMissing'),
  'key-disabled': setRefused('KeyDisabled'),
  'key-expired': setRefused('KeyExpired'),
  'key-expires-soon': async (trial) =>
    expect(await create(trial, customerKeys([encryptedWith(trial.named)]))).toMatchObject({ status: 200 }),
  'vault-without-purge-protection': setRefused('KeyVaultWithoutPurgeProtection'),
  'vault-in-another-region': setRefused('KeyVaultInAnotherRegion'),
  'vault-behind-firewall': setRefused('KeyVaultFirewallClosed'),
  'rotation-failed': setRefused('DiskEncryptionSetWithoutIdentity'),
  'key-in-another-tenant': async (trial) => {
    const set = `${group}/diskEncryptionSets/WestEuropeFabrikamKeyDiskEncryptionSet`
    const plan = customerKeys([encryptedWith(setOfWestUS), encryptedWith(set, 'westeurope')])
    expect(await tenMinutesAfter(trial, plan)).toMatchObject({
      provisioningState: 'Failed',
      targetRegions: [
        { replication: { state: 'Completed' } },
        { replication: { state: 'Failed', decoded: { code: 'KeyAccessForbiddenInAnotherTenant' } } },
      ],
    })
    await trial.user.send('POST', '/api/demo/scenarios/key', { id: 'key-in-another-tenant', enabled: true })
    expect(await tenMinutesAfter(trial, plan)).toMatchObject({ provisioningState: 'Succeeded' })
  },
  'key-outage': async () => {
    const trial = await trialOf('encrypted-version')
    const readiness = async () => (await create(trial, customerKeys([encryptedWith(setOfWestUS)]))).status
    const turn = (enabled: boolean) =>
      trial.user.send('POST', '/api/demo/scenarios/key', { id: 'key-outage', enabled }).then(({ status }) => status)
    expect([await turn(false), await readiness(), await turn(true), await readiness()]).toEqual([200, 422, 200, 200])
  },
  'no-set-in-region': async (trial) => {
    const region = trial.named.split('/').at(-1) ?? ''
    const plan = customerKeys([encryptedWith(setOfWestUS), encryptedWith('', region)])
    expect(await create(trial, plan)).toMatchObject(rejectedFor('NoDiskEncryptionSetInRegion'))
  },
  'region-fails': async (trial) => {
    const plan = customerKeys([encryptedWith(setOfWestUS), encryptedWith(trial.named, 'westeurope')])
    expect(await tenMinutesAfter(trial, plan)).toMatchObject({
      provisioningState: 'Failed',
      targetRegions: [{ replication: { state: 'Completed' } }, { replication: { state: 'Failed' } }],
    })
  },
  'slow-region': async (trial) => {
    const region = trial.named.split('/').at(-1) ?? ''
    const targetRegions = ['westus', 'eastus2', region].map((name) => blankTargetRegion(name))
    expect(await tenMinutesAfter(trial, { targetRegions })).toMatchObject({
      targetRegions: [
        { replication: { state: 'Completed' } },
        { replication: { state: 'Completed' } },
        { replication: { state: 'Replicating' } },
      ],
    })
  },
  'policy-denies-platform-keys': async (trial) =>
    expect(await create(trial)).toMatchObject(refusedWith('RequestDisallowedByPolicy')),
  'source-in-another-subscription': async (trial) => {
    const source = { type: 'DisksAndSnapshots' as const, osDiskId: trial.named, dataDisks: [] }
    expect(await create(trial, { source })).toMatchObject(rejectedFor('SourceEncryptedInAnotherSubscription'))
  },
  'trusted-launch-machine': async (trial) =>
    expect(await tenMinutesAfter(trial, { source: { type: 'VirtualMachine', id: trial.named } })).toMatchObject({
      provisioningState: 'Failed',
    }),
  'source-too-large': async (trial) => {
    const dataDisks = [{ lun: 0, id: trial.named }]
    const source = { type: 'DisksAndSnapshots' as const, osDiskId: `${group}/disks/myOSDisk`, dataDisks }
    expect(await create(trial, { source })).toMatchObject(rejectedFor('SourceTooLarge'))
  },
  'source-with-plan': async ({ user, named }) =>
    expect((await user.get('/api/source-resource', { id: named })).body).toMatchObject({
      purchasePlan: { name: 'hardened-gen2' },
    }),
  'terms-not-accepted': async ({ user, named: imageVersionId }) => {
    const subscriptionId = 'c0470500-0000-4000-8000-00000000a001'
    const asked = { imageVersionId, subscriptionId, location: 'westus' }
    expect((await user.get('/api/virtual-machine-inventory', asked)).body).toMatchObject({
      purchaseTerms: { accepted: false, missingActions: [] },
    })
  },
  'versions-busy': async (trial) => expect(await create(trial)).toMatchObject(refusedWith('Conflict')),
  throttled: async (trial) => {
    const send = () => trial.user.send('PUT', '/api/image-versions', planOf(trial, '8.0.0', {}))
    expect((await send()).problem()).toMatchObject({ code: 'ThrottledByAzure', retryAt: expect.any(String) as unknown })
    portal.clock.advance(60_000)
    expect((await send()).status).toBe(200)
  },
  'number-in-recycle-bin': async ({ user, ...trial }) =>
    expect(await user.send('PUT', '/api/image-versions', planOf({ user, ...trial }, '1.1.0', {}))).toMatchObject(
      rejectedFor('VersionNumberInRecycleBin'),
    ),
  'size-requires-nvme': async ({ user, named }) => {
    const { body } = await user.get('/api/virtual-machine-inventory', {
      imageVersionId: named,
      subscriptionId: 'c0470500-0000-4000-8000-00000000a001',
      location: 'westus',
    })
    const plan = { ...blankVirtualMachinePlan(named), securityType: 'Standard' as const }
    const inventory = getVirtualMachineInventory.response.parse(body)
    const v6 = inventory.sizes.find(({ name }) => name === 'Standard_D2s_v6')
    expect(v6 && sizeMisfits(v6, plan, inventory)).toEqual(['MachineSizeNeedsNvme'])
  },
  'clean-up': async ({ user, definitionId }) => {
    const region = { ...blankTargetRegion('westus') }
    const source = { type: 'ManagedImage' as const, id: definitionId.replace(/galleries.*/, 'images/baseImage') }
    const tried = { user, definitionId, named: '' }
    expect(await create(tried, { source, targetRegions: [region] })).toMatchObject({
      body: {
        azure: { code: 'OperationNotAllowed' },
        decoded: [
          {
            code: 'GalleryQuotaReached',
            params: { limit: 300, region: 'westus' },
            repair: { action: 'cleanUpVersions' },
          },
        ],
      },
    })
    const rule = { name: 'Old ones', keepNewest: 3, keepDays: 90, keepTag: 'keep' }
    const asked = { scopeId: definitionId.replace(/\/images\/.*/, ''), rule, action: 'delete' }
    const { body } = await user.send('POST', '/api/clean-up-previews', asked)
    const { decisions, unseen } = previewCleanUp.response.parse(body)
    const going = decisions.filter(({ reasons }) => reasons.length === 0)
    expect([unseen, decisions.length, going.length]).toEqual([[], 300, 150])
  },
  reader: async (trial) => expect(await create(trial)).toMatchObject(refusedWith('AuthorizationFailed')),
  'no-right-on-sets': async (trial) => {
    const { body } = await trial.user.get('/api/inventory', { imageDefinitionId: trial.definitionId })
    expect(body).toMatchObject({ diskEncryptionSets: [] })
    expect((await create(trial)).status).toBe(200)
  },
  'second-factor': async (trial) => expect((await create(trial)).problem()).toMatchObject({ code: 'ClaimsChallenge' }),
  'no-subscription': async (trial) => expect((await trial.user.get('/api/subscriptions')).body).toEqual([]),
}

describe('the scenario', () => {
  it.each(scenarioId.options)('%s shows what it promises', async (id) => {
    expect.hasAssertions()
    await proofs[id](await trialOf(id))
  })
})
