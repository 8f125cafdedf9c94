import { isDeepStrictEqual } from 'node:util'
import { InvalidResourceId, formatResourceId, resourceGroupId, type ResourceId } from '@portal/arm'
import { withFacts } from '@portal/disk-encryption'
import { isBlocking } from '@portal/image-version'
import type { VirtualMachinePreview } from '@portal/portal-api'
import {
  adminSecretIssues,
  machineActions,
  machineDisks,
  testMachineTag,
  virtualMachineIdOf,
  type VirtualMachineInventory,
  virtualMachineIssues,
  type VirtualMachinePlan,
  type VirtualMachineRequest,
} from '@portal/virtual-machine'
import type { Azure, AzureSession } from '../arm/clients.ts'
import { unlessHidden } from '../arm/sdk-answers.ts'
import { PlanRejected } from '../arm/write-refusals.ts'
import { sendDeployment } from '../deployments/start-deployment.ts'
import { whatIf } from '../deployments/what-if.ts'
import type { KeyReader } from '../disk-encryption-sets/keys/key-reader.ts'
import { readableFacts } from '../disk-encryption-sets/keys/readable-facts.ts'
import { permissionsAt } from '../subscriptions/permissions.ts'
import { putResourceGroup } from '../subscriptions/resource-groups.ts'
import { getMachineDeployment, machineDeploymentBody, machineDeploymentId } from './virtual-machine-deployments.ts'
import { virtualMachineInventory } from './virtual-machine-inventory.ts'

/**
 * Starts the deployment that creates the machine, and returns the machine's ID. Throws `PlanRejected`, besides Azure's
 * own.
 */
export async function createVirtualMachine(
  session: AzureSession,
  request: VirtualMachineRequest,
  keys: KeyReader,
): Promise<string> {
  const { plan } = request
  // A running creation is checked before the rules: for them its names would be in use.
  const underWay = await idOfSameUnderWay(session.azure, plan)
  if (underWay !== undefined) return underWay
  const { machine, inventory } = await judged(session, request, keys)
  if (plan.resourceGroup.isNew)
    await putResourceGroup(session.azure, machine, { location: plan.location, ...groupTags(plan) })
  const body = machineDeploymentBody(request, inventory.imageDefinition)
  await sendDeployment(session.azure, machineDeploymentId(machine), body)
  return formatResourceId(machine)
}

/**
 * The caller's missing permissions, otherwise Azure's what-if; for a group that does not exist yet there is none.
 * Throws `PlanRejected`.
 */
export async function previewVirtualMachine(
  session: AzureSession,
  request: VirtualMachineRequest,
  keys: KeyReader,
): Promise<VirtualMachinePreview> {
  const { machine, inventory } = await judged(session, request, keys)
  const { azure } = session
  const { isNew } = request.plan.resourceGroup
  const scope = isNew ? `/subscriptions/${machine.subscriptionId}` : resourceGroupId(machine)
  const permissionFor = await permissionsAt(azure, scope)
  const missingActions = machineActions(request.plan).filter((action) => permissionFor(action) === 'forbidden')
  if (missingActions.length > 0 || isNew) return { missingActions }
  const body = machineDeploymentBody(request, inventory.imageDefinition)
  return { missingActions, changes: await whatIf(azure, machineDeploymentId(machine), body) }
}

// A group of a test machine can be deleted with it: only that tag says so.
function groupTags({ tags }: VirtualMachinePlan): { tags?: Record<string, string> } {
  const tag = tags.find(({ name }) => name === testMachineTag)
  return tag === undefined ? {} : { tags: { [testMachineTag]: tag.value } }
}

async function idOfSameUnderWay(azure: Azure, plan: VirtualMachinePlan): Promise<string | undefined> {
  const machine = virtualMachineIdOf(plan)
  const deployment = machine && (await unlessHidden(getMachineDeployment(azure, machine)))
  if (machine === undefined || deployment?.state !== 'Running') return undefined
  return isDeepStrictEqual(deployment.plan, plan) ? formatResourceId(machine) : undefined
}

// The browser's rules are a courtesy; these are on facts that are fresh.
async function judged(
  session: AzureSession,
  { plan, adminSecret }: VirtualMachineRequest,
  keys: KeyReader,
): Promise<{ machine: ResourceId; inventory: VirtualMachineInventory }> {
  const setIds = [...machineDisks(plan).map(({ disk }) => disk.diskEncryptionSetId), plan.secureVMDiskEncryptionSetId]
  const [known, read] = await Promise.all([
    virtualMachineInventory(session.azure, plan),
    readableFacts(session, [...new Set(setIds)], keys),
  ])
  const inventory = withFacts(known, read)
  const issues = [...virtualMachineIssues(plan, inventory), ...adminSecretIssues(plan, adminSecret, inventory)]
  if (issues.some(isBlocking)) throw new PlanRejected(issues)
  const machine = virtualMachineIdOf(plan)
  if (machine === undefined) throw new InvalidResourceId(plan.name, 'it is no name of a virtual machine')
  return { machine, inventory }
}
