import { sameRegion } from '@portal/arm'
import * as z from 'zod/mini'
import { regions } from '../key-world-plan.ts'
import type { AzureAsProgram } from './azure-as-program.ts'
import { machinesOf, scaleSetPath, uniformInstancesOf, type MachineOfWorld } from './key-world-machines.ts'
import { regionAt, setAt, type KeyWorld } from './key-world-resources.ts'

/** Whether something works, by its name: `vm0 runs`, `set1 encrypts` …; or how many do: `vmss0 instances run`. */
export type Effects = Map<string, boolean | number>

/**
 * What Azure does with a world: which machines run; what the sets, versions, disks and snapshots are still good for. A
 * start and a new version take time: `later` reads how they ended, after the clock has moved.
 */
export async function seenEffects(azure: AzureAsProgram, keyWorld: KeyWorld) {
  const effects: Effects = new Map()
  await machinesRunning(azure, keyWorld, effects)
  const offInstances = await instancesRunning(azure, keyWorld, effects)
  const tries = [...newDisks(keyWorld), ...disksOfVersions(keyWorld), ...usesOfDisks(keyWorld)]
  for (const { name, path, body } of tries) {
    const { status } = await azure.arm('PUT', keyWorld.compute(path), body)
    // A version's disks have one name: it works if all do.
    effects.set(name, status < 300 && effects.get(name) !== false)
  }
  for (const at of keyWorld.plan.scaleSets.keys()) await grow(azure, keyWorld, { at, effects })
  const machines = machinesOf(keyWorld)
  const wasOff = machines.filter(({ name }) => effects.get(`${name} runs`) === false)
  for (const machine of [...wasOff, ...offInstances]) await start(azure, keyWorld, machine)
  const version = newVersion(keyWorld)
  if (version !== undefined) {
    const { status, text } = await azure.arm('PUT', keyWorld.compute(versionPath), version.body)
    if (status >= 300) throw new Error(`A version was refused: ${text}`)
  }
  return {
    effects,
    async later() {
      for (const machine of wasOff)
        effects.set(`${machine.name} starts`, !(await viewOf(azure, keyWorld, machine)).includes(failed))
      const failures = new Map<number, number>()
      for (const instance of offInstances)
        if ((await viewOf(azure, keyWorld, instance)).includes(failed)) addTo(failures, instance)
      for (const at of keyWorld.plan.scaleSets.keys())
        effects.set(`vmss${at} instances fail to start`, failures.get(at) ?? 0)
      if (version === undefined) return
      const { text } = await azure.arm('GET', `${keyWorld.compute(versionPath)}?$expand=ReplicationStatus`)
      for (const { region, set } of version.regions)
        effects.set(`${set} replicates`, stateIn(text, region) === 'Completed')
    },
  }
}

const versionPath = 'galleries/gallery/images/image/versions/9.0.0'

const running = 'PowerState/running'
const failed = 'ProvisioningState/failed'

async function machinesRunning(azure: AzureAsProgram, keyWorld: KeyWorld, effects: Effects) {
  for (const machine of machinesOf(keyWorld))
    effects.set(`${machine.name} runs`, (await viewOf(azure, keyWorld, machine)).includes(running))
}

/** Counts what runs in uniform scale sets, whose instances the forecast doesn't name; returns those that are off. */
async function instancesRunning(azure: AzureAsProgram, keyWorld: KeyWorld, effects: Effects) {
  const counts = new Map<number, number>()
  const off: MachineOfWorld[] = []
  for (const instance of uniformInstancesOf(keyWorld))
    if ((await viewOf(azure, keyWorld, instance)).includes(running)) addTo(counts, instance)
    else off.push(instance)
  for (const [at, { mode }] of keyWorld.plan.scaleSets.entries())
    if (mode === 'Uniform') effects.set(`vmss${at} instances run`, counts.get(at) ?? 0)
  return off
}

function addTo(counts: Map<number, number>, { scaleSet = 0 }: MachineOfWorld) {
  counts.set(scaleSet, (counts.get(scaleSet) ?? 0) + 1)
}

async function viewOf(azure: AzureAsProgram, { compute }: KeyWorld, { path }: MachineOfWorld): Promise<string> {
  const { status, text } = await azure.arm('GET', compute(`${path}/instanceView`))
  if (status !== 200) throw new Error(`No instance view of ${path}: ${text}`)
  return text
}

async function start(azure: AzureAsProgram, { compute }: KeyWorld, { path }: MachineOfWorld): Promise<void> {
  const { status, text } = await azure.arm('POST', compute(`${path}/start`))
  if (status !== 202) throw new Error(`${path} was not to be started: ${text}`)
}

async function grow(
  azure: AzureAsProgram,
  { plan, compute }: KeyWorld,
  { at, effects }: { at: number; effects: Effects },
) {
  const capacity = (plan.scaleSets[at]?.instances.length ?? 0) + 1
  const { status } = await azure.arm('PATCH', compute(scaleSetPath(at)), { sku: { capacity } })
  effects.set(`vmss${at} grows`, status < 300)
}

interface Try {
  /** of the effect */
  name: string
  path: string
  body: object
}

function newDisks({ plan, setIds }: KeyWorld): Try[] {
  return plan.sets.map(({ region, type }, set) => ({
    name: `set${set} encrypts`,
    path: `disks/new-of-set${set}`,
    body: {
      location: regionAt(region),
      properties: {
        creationData: { createOption: 'Empty' },
        diskSizeGB: 8,
        encryption: { type, diskEncryptionSetId: setIds[set] },
      },
    },
  }))
}

function disksOfVersions(keyWorld: KeyWorld): Try[] {
  const { plan, compute } = keyWorld
  return plan.versions.flatMap((version, at) =>
    regions.flatMap((location, place) => {
      const os = setAt(keyWorld, place, version.regions[place] ?? null)
      const data = setAt(keyWorld, place, version.data)
      // A data disk with the set of the OS disk shows nothing new.
      const luns = os === undefined || data === undefined || data === os ? [{}] : [{}, { lun: 0 }]
      return luns.map((lun, disk) => ({
        name: `1.${at}.0 serves ${location}`,
        path: `disks/new-of-1.${at}.0-${location}-${disk}`,
        body: {
          location,
          properties: {
            creationData: {
              createOption: 'FromImage',
              galleryImageReference: { id: compute(`galleries/gallery/images/image/versions/1.${at}.0`), ...lun },
            },
          },
        },
      }))
    }),
  )
}

function usesOfDisks({ plan, compute }: KeyWorld): Try[] {
  return plan.disks.map(({ region, isSnapshot }, at) => {
    const location = regionAt(region)
    if (isSnapshot)
      return {
        name: `snapshot${at} serves`,
        path: `disks/copy-of-snapshot${at}`,
        body: {
          location,
          properties: { creationData: { createOption: 'Copy', sourceResourceId: compute(`snapshots/snapshot${at}`) } },
        },
      }
    const managedDisk = { id: compute(`disks/disk${at}`) }
    const dataDisks = [{ lun: 0, createOption: 'Attach', managedDisk }]
    return {
      name: `disk${at} serves`,
      path: `virtualMachines/user-of-disk${at}`,
      body: { location, properties: { storageProfile: { osDisk: {}, dataDisks } } },
    }
  })
}

/** A version with a set in each region that has one; undefined unless its home region has. */
function newVersion(keyWorld: KeyWorld) {
  const targets = regions.flatMap((region, place) => {
    const setId = setAt(keyWorld, place, 0)
    return setId === undefined ? [] : [{ region, setId, set: setId.split('/').at(-1) ?? '' }]
  })
  if (targets[0]?.region !== 'westus') return undefined
  const targetRegions = targets.map(({ region, setId }) => ({
    name: region,
    regionalReplicaCount: 1,
    encryption: {
      osDiskImage: { diskEncryptionSetId: setId },
      dataDiskImages: [{ lun: 0, diskEncryptionSetId: setId }],
    },
  }))
  const storageProfile = { source: { id: keyWorld.compute('images/source') } }
  return {
    regions: targets,
    body: { location: 'westus', properties: { publishingProfile: { targetRegions }, storageProfile } },
  }
}

const withSummary = z.object({
  properties: z.object({
    replicationStatus: z.object({ summary: z.array(z.object({ region: z.string(), state: z.string() })) }),
  }),
})

function stateIn(versionText: string, region: string): string | undefined {
  const { summary } = withSummary.parse(JSON.parse(versionText)).properties.replicationStatus
  return summary.find((one) => sameRegion(one.region, region))?.state
}
