import { apiVersions, formatResourceId, parseMachineId, resourceGroupId, type ResourceId } from '@portal/arm'
import { errorAt, type Issue } from '@portal/image-version'
import type { TestMachine } from '@portal/portal-api'
import { foreignResources, isForTest, testMachineActions } from '@portal/virtual-machine'
import * as z from 'zod/mini'
import { armUrl, listAt } from '../arm/arm-request.ts'
import { atMostOnce } from '../arm/at-most-once.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf, answered, ifThere } from '../arm/sdk-answers.ts'
import { PlanRejected } from '../arm/write-refusals.ts'
import { permissionsAt } from '../subscriptions/permissions.ts'
import { getMachineDeployment } from './virtual-machine-deployments.ts'

const armGroup = z.object({
  tags: z.nullish(z.record(z.string(), z.string())),
  properties: z.object({ provisioningState: z.string() }),
})
const armResource = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  managedBy: z.pipe(
    z.nullish(z.string()),
    z.transform((id) => id ?? undefined),
  ),
})

/** What is deleted with a test machine, what keeps it from that, and the caller's missing permissions. */
export async function getTestMachine(azure: Azure, id: string): Promise<TestMachine> {
  const machine = parseMachineId(id)
  const [{ resources, issues }, permissionFor] = await Promise.all([
    judgedGroup(azure, machine),
    permissionsAt(azure, resourceGroupId(machine)),
  ])
  return {
    resourceGroup: machine.resourceGroupName,
    resources: resources.map(({ type, name }) => ({ type, name })),
    issues,
    missingActions: testMachineActions.filter((action) => permissionFor(action) === 'forbidden'),
  }
}

/**
 * Starts the deletion of a test machine's resource group, which Azure completes. Throws `PlanRejected` unless the group
 * is tagged and has nothing but what was created with the machine.
 * https://learn.microsoft.com/rest/api/resources/resource-groups/delete
 */
export async function deleteTestMachine(azure: Azure, id: string): Promise<void> {
  const machine = parseMachineId(id)
  const { issues } = await judgedGroup(azure, machine)
  if (issues.length > 0) throw new PlanRejected(issues)
  await atMostOnce(azure.send({ method: 'DELETE', url: groupUrl(machine) }), async () => {
    const after = await ifThere(readGroup(azure, machine))
    return after === undefined || after.properties.provisioningState === 'Deleting'
  })
}

async function judgedGroup(azure: Azure, machine: ResourceId) {
  const [group, resources, deployment] = await Promise.all([
    readGroup(azure, machine),
    allOf(armResource, listAt(azure, groupUrl(machine, '/resources'))),
    getMachineDeployment(azure, machine),
  ])
  const issues: Issue[] = []
  const plan = deployment?.plan
  if (!isForTest(group.tags ?? {}) || plan === undefined || !isForTest(tagsOf(plan.tags)))
    issues.push(errorAt([], 'NoTestMachine', { group: machine.resourceGroupName }))
  else {
    const foreign = foreignResources(plan, { machineId: formatResourceId(machine), resources })
    if (foreign.length > 0)
      issues.push(errorAt([], 'TestMachineNotAlone', { names: foreign.map(({ name }) => name).join(', ') }))
  }
  return { resources, issues }
}

function tagsOf(tags: readonly { name: string; value: string }[]): Record<string, string> {
  return Object.fromEntries(tags.map(({ name, value }) => [name, value]))
}

function readGroup(azure: Azure, machine: ResourceId): Promise<z.output<typeof armGroup>> {
  return answered(armGroup, azure.send({ method: 'GET', url: groupUrl(machine) }))
}

function groupUrl(machine: ResourceId, below = ''): string {
  return armUrl(`${resourceGroupId(machine)}${below}`, { 'api-version': apiVersions.deployments.version })
}
