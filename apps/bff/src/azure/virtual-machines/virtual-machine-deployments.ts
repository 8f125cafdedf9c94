import { parseResourceIdOf, type ResourceId } from '@portal/arm'
import {
  adminSecretParameter,
  type MachineDefinition,
  toVirtualMachineTemplate,
  type VirtualMachineDeployment,
  virtualMachinePlan,
  type VirtualMachineRequest,
} from '@portal/virtual-machine'
import * as z from 'zod/mini'
import type { Azure } from '../arm/clients.ts'
import { ifThere } from '../arm/sdk-answers.ts'
import {
  deploymentIdFor,
  deploymentType,
  getDeployment,
  innermostError,
  listDeploymentOperations,
  millisecondsOf,
  type DeploymentBody,
} from '../deployments/deployments.ts'
import { deploymentState } from '../deployments/start-deployment.ts'

/** The ID of the deployment that creates a machine: the same for the same machine, so that its page finds it. */
export function machineDeploymentId(machine: ResourceId): string {
  return deploymentIdFor(machine, 'virtual-machine')
}

/** The request that creates a machine. The deployment keeps the request, except the secret. */
export function machineDeploymentBody(
  { plan, adminSecret }: VirtualMachineRequest,
  definition: MachineDefinition,
): DeploymentBody {
  const template = toVirtualMachineTemplate(plan, definition)
  const hasSecret = adminSecretParameter in template.parameters
  return {
    properties: {
      mode: 'Incremental',
      template,
      parameters: { plan: { value: plan }, ...(hasSecret && { [adminSecretParameter]: { value: adminSecret } }) },
    },
  }
}

const asked = z.object({ plan: z.object({ value: virtualMachinePlan }) })

/** The deployment of this portal that creates or created a machine; undefined if there is none. */
export async function getMachineDeployment(
  azure: Azure,
  machine: ResourceId,
): Promise<VirtualMachineDeployment | undefined> {
  const id = machineDeploymentId(machine)
  const found = await ifThere(getDeployment(azure, id))
  const parameters = z.safeParse(asked, found?.properties.parameters)
  if (found === undefined || !parameters.success) return undefined
  const operations = await listDeploymentOperations(azure, parseResourceIdOf(deploymentType, id))
  const { timestamp, duration, error } = found.properties
  const refusal = operations.some(({ state }) => state === 'Failed') ? undefined : innermostError({ error })
  return {
    plan: parameters.data.plan.value,
    state: deploymentState(found),
    timestamp,
    milliseconds: millisecondsOf(duration ?? ''),
    operations,
    ...(refusal && { error: refusal }),
  }
}
