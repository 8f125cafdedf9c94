import { parseResourceId, tryFormatResourceId, type ResourceId } from '@portal/arm'
import type { UnderWayItem } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../arm/clients.ts'
import { unlessHidden } from '../arm/sdk-answers.ts'
import { defined } from '../arm/wire-facts.ts'
import { campaignPart } from '../campaigns/campaigns-under-way.ts'
import { listDeployments, startedAt, type ArmDeployment } from '../deployments/deployments.ts'
import { statedWork } from '../image-versions/version-work.ts'

type Group = Pick<ResourceId, 'subscriptionId' | 'resourceGroupName'>

const plan = z.object({ plan: z.object({ value: z.object({ name: z.string() }) }) })

// The deployments that this portal starts, by their names; nested deployments are part of them.
const kinds: { kind: UnderWayItem['kind']; name: RegExp }[] = [
  { kind: 'preparation', name: /^disk-encryption-sets-[0-9a-f]{40}$/ },
  { kind: 'machineDeployment', name: /^virtual-machine-[0-9a-f]{16}$/ },
  { kind: 'campaign', name: campaignPart },
  { kind: 'versionWork', name: /^image-(?:version|latest)-[0-9a-f]{8}-[0-9a-f]{12}$/ },
]

/** This portal's running deployments in a group; none if the caller has no permission to read them. */
export async function deploymentsUnderWay(azure: Azure, group: Group): Promise<UnderWayItem[]> {
  const running = (await unlessHidden(listDeployments(azure, group, 'Running'))) ?? []
  return running.flatMap((deployment) => {
    const kind = kinds.find(({ name }) => name.test(deployment.name))?.kind
    return kind === undefined ? [] : [toItem(deployment, kind)]
  })
}

function toItem(deployment: ArmDeployment, kind: UnderWayItem['kind']): UnderWayItem {
  const { provisioningState } = deployment.properties
  return {
    id: deployment.id,
    kind,
    state: provisioningState,
    since: new Date(startedAt(deployment)).toISOString(),
    ...defined({
      about: kind === 'machineDeployment' ? machineOf(deployment) : statedWork(deployment)?.imageVersionId,
    }),
  }
}

// A machine is created in the group of its deployment.
function machineOf({ id, properties }: ArmDeployment): string | undefined {
  const name = z.safeParse(plan, properties.parameters).data?.plan.value.name
  if (name === undefined) return undefined
  return tryFormatResourceId({
    ...parseResourceId(id),
    provider: 'Microsoft.Compute',
    types: ['virtualMachines'],
    names: [name],
  })
}
