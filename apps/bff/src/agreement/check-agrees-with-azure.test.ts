import { formatResourceId, parentResourceId, parseResourceId } from '@portal/arm'
import { startAzureSimulator, type AzureSimulator, type Clock } from '@portal/azure-simulator'
import { withFacts } from '@portal/disk-encryption'
import {
  diskEncryptionSetIdsOf,
  imageVersionId,
  type ImageVersionPlan,
  type Inventory,
  isBlocking,
  type Issue,
  toArm,
} from '@portal/image-version'
import { check, type PolicyAssignment, policyVerdict } from '@portal/version-rules'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ArmRefusal } from '../azure/arm/arm-reply.ts'
import { armUrl } from '../azure/arm/arm-request.ts'
import { keyReader } from '../azure/disk-encryption-sets/keys/key-reader.ts'
import { getImageVersion } from '../azure/image-versions/image-versions.ts'
import { inventoryForPlan, inventoryOf } from '../azure/inventory/inventory.ts'
import { getSourceResource, listSourceResources } from '../azure/sources/sources.ts'
import { listPolicyAssignments } from '../azure/subscriptions/policy-assignments.ts'
import { testAzureSession, type TestAzureSession } from '../testing/azure-session.ts'
import { freshName, testPlans } from '../testing/plans.ts'
import { testWorld } from '../testing/world.ts'

// The rules and the simulator implement Azure's requirements separately; this test compares them. Plans go to ARM
// without the BFF's validation, whatever the rules say about them.

const plansJudged = 1_000
const start = Date.parse('2026-11-24T10:00:00Z')
// Every plan is checked at the same time: the test reads a replication when it is over, and then sets the clock back.
const replicated = start + 7_200_000
let now = start
const clock: Clock = {
  now: () => now,
  advance: (ms) => void (now += ms),
  moveTo: (ms) => void (now = ms),
  restart: (ms) => void (now = ms),
}

const keys = keyReader(() => start)
let simulator: AzureSimulator
let ada: TestAzureSession

beforeAll(async () => {
  simulator = await startAzureSimulator({ clock, world: testWorld(start), throttling: 'off' })
  ada = await testAzureSession(simulator, 'ada@contoso.example')
})
afterAll(async () => {
  await ada[Symbol.asyncDispose]()
  await simulator.close()
})

/**
 * The result of a plan: `Succeeded`, `Failed` with the regions' errors, or the code of ARM's refusal with its message.
 */
interface Outcome {
  state: string
  details: string[]
}

/** Sends the plan to ARM and, if ARM accepts it, waits until it is replicated. */
async function outcomeOf(plan: ImageVersionPlan): Promise<Outcome> {
  const id = imageVersionId(plan)
  try {
    await ada.azure.send({ method: 'PUT', url: armUrl(id, { 'api-version': '2025-03-03' }), body: toArm(plan) })
  } catch (error) {
    if (!(error instanceof ArmRefusal)) throw error
    return { state: error.status === 429 ? 'TooManyRequests' : error.arm.code, details: [error.arm.message] }
  }
  now = replicated
  const { provisioningState, targetRegions } = await getImageVersion(ada.azure, parseResourceId(id))
  now = start
  return { state: provisioningState, details: targetRegions.flatMap(({ replication }) => replication?.details ?? []) }
}

const inventories = new Map<string, Promise<Inventory>>()
/** As the BFF reads it before it writes; once for each definition and source, because none of it changes here. */
function inventoryFor(plan: ImageVersionPlan): Promise<Inventory> {
  const key = JSON.stringify([plan.imageDefinitionId, plan.source])
  const inventory = inventories.get(key) ?? inventoryForPlan(ada.azure, plan).then(withKeys)
  inventories.set(key, inventory)
  return inventory
}

async function withKeys(inventory: Inventory): Promise<Inventory> {
  const ids = inventory.diskEncryptionSets.map(({ id }) => id)
  return withFacts(inventory, await keys.factsOf(ada, ids, 'recent'))
}

const assignments = new Map<string, Promise<PolicyAssignment[] | 'unreadable'>>()
async function isDeniedByPolicy(plan: ImageVersionPlan, inventory: Inventory): Promise<boolean> {
  const definition = parseResourceId(plan.imageDefinitionId)
  const gallery = parentResourceId(definition) ?? definition
  const read = assignments.get(plan.imageDefinitionId) ?? listPolicyAssignments(ada.azure, formatResourceId(gallery))
  assignments.set(plan.imageDefinitionId, read)
  return policyVerdict(plan, inventory, await read).state === 'denied'
}

/** What no rule can know: the definitions for which Contoso plants failing writes, and ARM's codes for them. */
const plantedRefusals: Partial<Record<string, string>> = {
  'ubuntu-busy': 'Conflict',
  'ubuntu-throttled': 'TooManyRequests',
}
/**
 * The sets whose use fails when the version is replicated: planted to, or because of a vault in a network security
 * perimeter, of which Microsoft does not say whether a set reaches it.
 */
const failingSet = /[/](WestEuropeFailing|WestUSPerimeter)DiskEncryptionSet$/i

/** The expected state of a plan that the rules accept with `warnings`. */
async function expectedState(plan: ImageVersionPlan, inventory: Inventory, warnings: Issue[]): Promise<string> {
  const refusal = plantedRefusals[inventory.imageDefinition?.name ?? '']
  if (await isDeniedByPolicy(plan, inventory)) return 'RequestDisallowedByPolicy'
  if (refusal !== undefined) return refusal
  // Users report that it fails, and the rules warn about it.
  const capturesTrustedLaunch = warnings.some(({ code }) => code === 'TrustedLaunchCaptureFails')
  const usesFailingSet = diskEncryptionSetIdsOf(plan).some((id) => failingSet.test(id))
  return capturesTrustedLaunch || usesFailingSet ? 'Failed' : 'Succeeded'
}

/** Of every definition, with every source that there is. */
async function wholeInventories(): Promise<Inventory[]> {
  const idsOf = (type: string) => simulator.world.store.list('/subscriptions', type).map(({ id }) => id)
  const sources = await Promise.all([
    ...simulator.world.subscriptions.map(({ subscriptionId }) => listSourceResources(ada.azure, subscriptionId)),
    ...idsOf('Microsoft.Compute/galleries/images/versions').map((id) => getSourceResource(ada.azure, id)),
  ])
  return Promise.all(
    idsOf('Microsoft.Compute/galleries/images').map(async (id) =>
      withKeys({ ...(await inventoryOf(ada.azure, parseResourceId(id))), sources: sources.flat() }),
    ),
  )
}

describe('whatever the plan', () => {
  it('what check lets pass Azure takes and replicates, and what Azure refuses check had refused', async () => {
    const counts = { passed: 0, refused: 0 }
    const property = async (generated: ImageVersionPlan) => {
      const fresh = `${counts.passed + counts.refused + 1_001}.0.0`
      const plan = generated.name === freshName ? { ...generated, name: fresh } : generated
      const inventory = await inventoryFor(plan)
      const issues = check(plan, inventory)
      const isRefused = issues.some(isBlocking)
      counts[isRefused ? 'refused' : 'passed'] += 1
      const { state, details } = await outcomeOf(plan)
      if (isRefused) return
      expect(state, details.join('; ')).toBe(await expectedState(plan, inventory, issues))
    }
    const plans = testPlans(await wholeInventories())
    await fc.assert(fc.asyncProperty(plans, property), { numRuns: plansJudged })
    expect(Math.min(counts.passed, counts.refused)).toBeGreaterThan(plansJudged / 10)
  }, 180_000)
})
