import type { StoredResource } from '../store/store.ts'
import { production } from './contoso-places.ts'
import { machineFromVersion, scaleSet, type UsedVersion } from './machine-builders.ts'
import { computeId, resourceGroup, type Place } from './resource-builders.ts'

/** A group of Production with the machines that run from Contoso's images. */
const running: Place = { ...production, group: 'webResourceGroup' }

const definitionId = computeId(production, 'galleries/contosoGallery/images/ubuntu-web')
const disks = { osDiskGB: 30, dataDisks: [{ lun: 0, sizeInGB: 128 }] }
const setsOf = (prefix: string, numbers: number[]) =>
  numbers.map((number) => computeId(production, `diskEncryptionSets/${prefix}DiskEncryptionSet${number}`))

/** The first version, under the platform's keys. */
const first: UsedVersion = { ...disks, versionId: `${definitionId}/versions/1.0.0` }

/** The version of now, under the keys of Contoso. */
function current(prefix: string): UsedVersion {
  return { ...disks, versionId: `${definitionId}/versions/1.1.0`, definitionId, sets: setsOf(prefix, [1, 2]) }
}

/**
 * Machines and scale sets from ubuntu-web: on its current version and on the one before, under the version's keys,
 * under the platform's, and one with another set than its version.
 */
export function machinesFromVersions(): StoredResource[] {
  const westUS = { location: 'westus', power: 'running' } as const
  const otherSet = { ...current('WestUS'), sets: setsOf('WestUS', [3, 2]) }
  return [
    resourceGroup(running, 'westus'),
    ...machineFromVersion(running, { ...westUS, ...current('WestUS'), name: 'web-current-vm' }),
    ...machineFromVersion(running, { ...westUS, ...first, name: 'web-older-vm' }),
    ...machineFromVersion(running, { ...westUS, ...otherSet, name: 'web-other-set-vm', power: 'deallocated' }),
    ...scaleSet(running, {
      name: 'web-uniform',
      location: 'westus',
      mode: 'Uniform',
      model: current('WestUS'),
      instances: [{}, {}, { older: first }],
    }),
    ...scaleSet(running, {
      name: 'web-flexible',
      location: 'eastus2',
      mode: 'Flexible',
      model: current('EastUS2'),
      instances: [{}, {}],
    }),
  ]
}
