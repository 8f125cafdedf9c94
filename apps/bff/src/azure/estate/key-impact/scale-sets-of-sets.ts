import { regionName } from '@portal/arm'
import type { KeyImpactFacts } from '@portal/disk-encryption'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { kqlText, queryResourceGraph } from '../../arm/resource-graph.ts'
import { defined, subResource } from '../../arm/wire-facts.ts'
import { inChunks, kqlList, subscriptionsOf } from '../query-chunks.ts'
import { versionIdOf } from './disks-of-sets.ts'

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
const instanceRow = z.object({ id: z.string(), powerState: z.string() })

/** A scale set by its model alone. */
interface ScaleSetModel extends Omit<ScaleSetFacts, 'setIds' | 'instances'> {
  /** a disk of the model names no set, and so has that of the image version */
  leavesSets: boolean
}

/**
 * The scale sets whose model names one of the sets, or whose instances have one of the disks (a model without sets has
 * those of its image version), and how many instances of the uniform ones have which of the sets in each power state;
 * those of flexible ones are virtual machines. Where a model leaves a set to its version, those of its instances count.
 * https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-orchestration-modes
 */
export async function scaleSetsOfSets(
  azure: Azure,
  sets: readonly { id: string }[],
  found: Pick<KeyImpactFacts, 'disks' | 'machines'>,
): Promise<ScaleSetFacts[]> {
  const owned = setsOfOwners(found)
  const asked = await Promise.all([
    inChunks(
      sets.map(({ id }) => id),
      (chunk) => askScaleSets(azure, { step: namesOneOf(chunk), subscriptions: subscriptionsOf(chunk) }),
      25,
    ),
    inChunks([...owned.keys()], (chunk) =>
      askScaleSets(azure, { step: `where id in~ ${kqlList(chunk)}`, subscriptions: subscriptionsOf(chunk) }),
    ),
  ])
  const wanted = new Set(sets.map(({ id }) => id.toLowerCase()))
  const scaleSets = [...new Map(asked.flat().map((each) => [each.id.toLowerCase(), each])).values()]
    .map(({ leavesSets, ...each }) => {
      const setIds = distinct([...each.modelSetIds, ...(owned.get(each.id.toLowerCase()) ?? [])])
      return { ...each, setIds, modelSetIds: leavesSets ? setIds : each.modelSetIds }
    })
    // The text of a set's ID is also in that of another one whose name begins alike.
    .filter(({ setIds }) => setIds.some((id) => wanted.has(id.toLowerCase())))
  const instances = await instancesOf(azure, found.disks)
  return scaleSets.map((scaleSet) => ({ ...scaleSet, instances: instances.get(scaleSet.id.toLowerCase()) ?? [] }))
}

type Instances = ScaleSetFacts['instances']

/** The instances with one of the disks by their uniform scale set, in lower case; those alike are counted together. */
async function instancesOf(azure: Azure, disks: KeyImpactFacts['disks']): Promise<Map<string, Instances>> {
  const setsOf = new Map<string, string[]>()
  for (const { machineId = '', setIds } of disks) {
    const instance = instanceAt(machineId)
    if (instance !== undefined) setsOf.set(instance.key, [...(setsOf.get(instance.key) ?? []), ...setIds])
  }
  const owners = new Set([...setsOf.keys()].map((key) => key.split(' ')[0] ?? ''))
  const rows = await inChunks([...owners], (chunk) => askInstances(azure, chunk))
  const powers = new Map(
    rows.map(({ id, powerState }) => [instanceAt(id)?.key, powerState.replace(/^PowerState\//, '')]),
  )
  const counted = new Map<string, Instances>()
  for (const [key, ids] of setsOf) {
    const [scaleSet = ''] = key.split(' ')
    const groups = counted.get(scaleSet) ?? []
    const [powerState, setIds] = [powers.get(key) ?? '', distinct(ids).toSorted()]
    const same = groups.find((each) => each.powerState === powerState && each.setIds.join() === setIds.join())
    if (same) same.count += 1
    else counted.set(scaleSet, [...groups, { powerState, setIds, count: 1 }])
  }
  return counted
}

/**
 * A uniform instance by its ID; undefined for other machines. The last part is its number, or its name, which ends in
 * `_` and the number.
 */
function instanceAt(machineId: string): { scaleSet: string; key: string } | undefined {
  const found = /^(.+\/virtualmachinescalesets\/[^/]+)\/virtualmachines\/(?:[^/]*_)?([^/_]+)$/.exec(
    machineId.toLowerCase(),
  )
  const [, scaleSet, number] = found ?? []
  return scaleSet === undefined ? undefined : { scaleSet, key: `${scaleSet} ${number}` }
}

function distinct(ids: string[]): string[] {
  return [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()]
}

/** The sets of the disks of each scale set's instances, by its ID in lower case. */
function setsOfOwners({ disks, machines }: Pick<KeyImpactFacts, 'disks' | 'machines'>): Map<string, string[]> {
  const scaleSetOf = new Map(machines.map(({ id, scaleSetId }) => [id.toLowerCase(), scaleSetId?.toLowerCase()]))
  const owned = new Map<string, string[]>()
  for (const { machineId = '', setIds } of disks) {
    const owner = instanceAt(machineId)?.scaleSet ?? scaleSetOf.get(machineId.toLowerCase())
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
): Promise<ScaleSetModel[]> {
  const query = `Resources
| where type =~ 'microsoft.compute/virtualmachinescalesets'
| ${step}
| project id, location, storage = properties.virtualMachineProfile.storageProfile,
  mode = tostring(properties.orchestrationMode)
| order by id asc`
  const rows = await queryResourceGraph(azure, row, { query, subscriptions })
  return rows.map(toModel)
}

function toModel({ id, location, mode, storage }: z.output<typeof row>): ScaleSetModel {
  const disks = [storage?.osDisk, ...(storage?.dataDisks ?? [])].map((disk) => disk?.managedDisk)
  const setIds = disks.flatMap((disk) => [disk?.diskEncryptionSet?.id, disk?.securityProfile?.diskEncryptionSet?.id])
  const { id: image, exactVersion } = storage?.imageReference ?? {}
  return {
    id,
    location: regionName(location),
    mode: mode.toLowerCase() === 'flexible' ? 'Flexible' : 'Uniform',
    modelSetIds: distinct(setIds.filter((each) => each !== undefined)),
    leavesSets: /\/galleries\//i.test(image ?? '') && disks.some((disk) => disk?.diskEncryptionSet?.id === undefined),
    ...defined({ versionId: versionIdOf(image ?? '', exactVersion ?? '') }),
  }
}

// https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources#computeresources
function askInstances(azure: Azure, scaleSetIds: string[]): Promise<z.output<typeof instanceRow>[]> {
  const query = `ComputeResources
| where type =~ 'microsoft.compute/virtualmachinescalesets/virtualmachines'
| extend scaleSet = tostring(split(tolower(id), '/virtualmachines/')[0])
| where scaleSet in~ ${kqlList(scaleSetIds)}
| project id, powerState = tostring(properties.extended.instanceView.powerState.code)
| order by id asc`
  return queryResourceGraph(azure, instanceRow, { query, subscriptions: subscriptionsOf(scaleSetIds) })
}
