import { regionName } from '@portal/arm'
import type { KeyImpactFacts } from '@portal/image-version'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { defined, subResource } from '../../sources/source-facts.ts'
import { kqlText, queryResourceGraph } from '../resource-graph.ts'
import { versionIdOf } from './disks-of-sets.ts'
import { inBatches, kqlList, subscriptionsOf } from './in-batches.ts'

type ScaleSetFacts = KeyImpactFacts['scaleSets'][number]

const managedDisk = z.nullish(
  z.object({
    diskEncryptionSet: subResource,
    securityProfile: z.nullish(z.object({ diskEncryptionSet: subResource })),
  }),
)
const row = z.object({
  id: z.string(),
  location: z.string(),
  mode: z.string(),
  storage: z.nullish(
    z.object({
      imageReference: z.nullish(z.object({ id: z.nullish(z.string()), exactVersion: z.nullish(z.string()) })),
      osDisk: z.nullish(z.object({ managedDisk })),
      dataDisks: z.nullish(z.array(z.object({ managedDisk }))),
    }),
  ),
})
const instanceRow = z.object({ scaleSet: z.string(), powerState: z.string(), instances: z.number() })

/**
 * The scale sets whose model names one of the sets, or whose instances have one of the disks (a model without sets has
 * those of its image version), and how many instances the uniform ones have in each power state;
 * those of flexible ones are virtual machines.
 * https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-orchestration-modes
 */
export async function scaleSetsOfSets(
  azure: Azure,
  sets: readonly { id: string }[],
  found: Pick<KeyImpactFacts, 'disks' | 'machines'>,
): Promise<ScaleSetFacts[]> {
  const owned = setsOfOwners(found)
  const asked = await Promise.all([
    inBatches(
      sets.map(({ id }) => id),
      (batch) => askScaleSets(azure, { step: namesOneOf(batch), subscriptions: subscriptionsOf(batch) }),
      25,
    ),
    inBatches([...owned.keys()], (batch) =>
      askScaleSets(azure, { step: `where id in~ ${kqlList(batch)}`, subscriptions: subscriptionsOf(batch) }),
    ),
  ])
  const wanted = new Set(sets.map(({ id }) => id.toLowerCase()))
  const scaleSets = [...new Map(asked.flat().map((each) => [each.id.toLowerCase(), each])).values()]
    .map((each) => ({ ...each, setIds: distinct([...each.setIds, ...(owned.get(each.id.toLowerCase()) ?? [])]) }))
    // The text of a set's ID is also in that of another one whose name begins alike.
    .filter(({ setIds }) => setIds.some((id) => wanted.has(id.toLowerCase())))
  const uniform = scaleSets.filter(({ mode }) => mode === 'Uniform').map(({ id }) => id)
  const instances = await inBatches(uniform, (batch) => askInstances(azure, batch))
  return scaleSets.map((scaleSet) => ({
    ...scaleSet,
    instances: Object.fromEntries(
      instances
        .filter((each) => each.scaleSet === scaleSet.id.toLowerCase())
        .map(({ powerState, instances: count }) => [powerState.replace(/^PowerState\//, ''), count]),
    ),
  }))
}

function distinct(ids: string[]): string[] {
  return [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()]
}

/** The sets of the disks of each scale set's instances, by its ID in lower case. */
function setsOfOwners({ disks, machines }: Pick<KeyImpactFacts, 'disks' | 'machines'>): Map<string, string[]> {
  const scaleSetOf = new Map(machines.map(({ id, scaleSetId }) => [id.toLowerCase(), scaleSetId?.toLowerCase()]))
  const owned = new Map<string, string[]>()
  for (const { machineId = '', setIds } of disks) {
    const instance = machineId.toLowerCase()
    const [, uniform] = /^(.+\/virtualmachinescalesets\/[^/]+)\/virtualmachines\//.exec(instance) ?? []
    const owner = uniform ?? scaleSetOf.get(instance)
    if (owner !== undefined) owned.set(owner, [...(owned.get(owner) ?? []), ...setIds])
  }
  return owned
}

function namesOneOf(setIds: string[]): string {
  const named = setIds.map((id) => `profile contains ${kqlText(id)}`).join(' or ')
  return `extend profile = tostring(properties.virtualMachineProfile.storageProfile)\n| where ${named}`
}

async function askScaleSets(
  azure: Azure,
  { step, subscriptions }: { step: string; subscriptions: string[] },
): Promise<ScaleSetFacts[]> {
  const query = `Resources
| where type =~ 'microsoft.compute/virtualmachinescalesets'
| ${step}
| project id, location, storage = properties.virtualMachineProfile.storageProfile,
  mode = tostring(properties.orchestrationMode)
| order by id asc`
  const rows = await queryResourceGraph(azure, row, { query, subscriptions })
  return rows.map(toFacts)
}

function toFacts({ id, location, mode, storage }: z.output<typeof row>): ScaleSetFacts {
  const disks = [storage?.osDisk, ...(storage?.dataDisks ?? [])].map((disk) => disk?.managedDisk)
  const setIds = disks.flatMap((disk) => [disk?.diskEncryptionSet?.id, disk?.securityProfile?.diskEncryptionSet?.id])
  const { id: image, exactVersion } = storage?.imageReference ?? {}
  return {
    id,
    location: regionName(location),
    mode: mode.toLowerCase() === 'flexible' ? 'Flexible' : 'Uniform',
    setIds: [...new Set(setIds.filter((each) => each !== undefined))],
    instances: {},
    ...defined({ versionId: versionIdOf(image ?? '', exactVersion ?? '') }),
  }
}

// https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources#computeresources
function askInstances(azure: Azure, scaleSetIds: string[]): Promise<z.output<typeof instanceRow>[]> {
  const query = `ComputeResources
| where type =~ 'microsoft.compute/virtualmachinescalesets/virtualmachines'
| extend scaleSet = tostring(split(tolower(id), '/virtualmachines/')[0]),
  powerState = tostring(properties.extended.instanceView.powerState.code)
| where scaleSet in~ ${kqlList(scaleSetIds)}
| summarize instances = count() by scaleSet, powerState`
  return queryResourceGraph(azure, instanceRow, { query, subscriptions: subscriptionsOf(scaleSetIds) })
}
