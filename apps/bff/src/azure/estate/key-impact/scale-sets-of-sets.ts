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
 * The scale sets whose model names one of the sets, and how many instances the uniform ones have in each power state;
 * those of flexible ones are virtual machines.
 * https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-orchestration-modes
 */
export async function scaleSetsOfSets(azure: Azure, sets: readonly { id: string }[]): Promise<ScaleSetFacts[]> {
  const scaleSets = await inBatches(
    sets.map(({ id }) => id),
    (batch) => askScaleSets(azure, batch),
    25,
  )
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

async function askScaleSets(azure: Azure, setIds: string[]): Promise<ScaleSetFacts[]> {
  const wanted = new Set(setIds.map((id) => id.toLowerCase()))
  const named = setIds.map((id) => `profile contains ${kqlText(id)}`).join(' or ')
  const query = `Resources
| where type =~ 'microsoft.compute/virtualmachinescalesets'
| extend profile = tostring(properties.virtualMachineProfile.storageProfile)
| where ${named}
| project id, location, storage = properties.virtualMachineProfile.storageProfile,
  mode = tostring(properties.orchestrationMode)
| order by id asc`
  const rows = await queryResourceGraph(azure, row, { query, subscriptions: subscriptionsOf(setIds) })
  return rows.map(toFacts).filter((scaleSet) => scaleSet.setIds.some((id) => wanted.has(id.toLowerCase())))
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
