import { idOf } from '../azure-names.ts'
import { errorNote, type ImportNote } from '../import-note.ts'
import type { ImportContext } from '../imported-version.ts'
import type { AzOption, AzOptionName } from './az-options.ts'
import { numberOf } from './az-target-regions.ts'

type Options = ReadonlyMap<AzOptionName, AzOption>

/** What az creates from the options that name a source: the version's `storageProfile`. */
export function azSource(options: Options, context: ImportContext): { storageProfile: unknown; notes: ImportNote[] } {
  const notes: ImportNote[] = []
  const id = (type: string, name: AzOptionName) => idOf(type, options.get(name)?.words[0] ?? '', context)
  const wholes = (['--managed-image', '--virtual-machine', '--image-version'] as const).filter((name) =>
    options.has(name),
  )
  const [whole, ...others] = wholes
  for (const left of others)
    notes.push(errorNote('OptionsExclude', { taken: whole ?? '', left }, at(options, left, ['source'])))
  const snapshotIds = (options.get('--data-snapshots')?.words ?? []).map((name) => idOf(snapshotType, name, context))
  const accounts = (options.get('--data-vhds-storage-accounts')?.words ?? []).map((name) =>
    idOf(accountType, name, context),
  )
  const snapshots = withLuns('--data-snapshot-luns', options, snapshotIds)
  const blobs = withLuns('--data-vhds-luns', options, options.get('--data-vhds-uris')?.words ?? [])
  const osBlob = options.get('--os-vhd-uri')?.words[0]
  notes.push(...snapshots.notes, ...blobs.notes)
  const osAccount = id(accountType, '--os-vhd-storage-account')
  const os =
    osBlob === undefined
      ? { id: id(snapshotType, '--os-snapshot') || undefined }
      : { uri: osBlob, storageAccountId: osAccount }
  return {
    storageProfile: {
      source:
        whole === '--virtual-machine'
          ? { virtualMachineId: id(machineType, whole) }
          : { id: whole === undefined ? undefined : id(whole === '--managed-image' ? imageType : versionType, whole) },
      osDiskImage: { source: os },
      dataDiskImages: [
        ...snapshots.disks.map(({ lun, disk }) => ({ lun, source: { id: disk } })),
        ...blobs.disks.map(({ lun, disk }, index) => ({
          lun,
          source: { uri: disk, storageAccountId: accounts[index] ?? osAccount },
        })),
      ],
    },
    notes,
  }
}

const imageType = 'Microsoft.Compute/images'
const machineType = 'Microsoft.Compute/virtualMachines'
const versionType = 'Microsoft.Compute/galleries/images/versions'
const snapshotType = 'Microsoft.Compute/snapshots'
const accountType = 'Microsoft.Storage/storageAccounts'

/** The disks with their LUNs, in order; without LUNs az counts from 0. */
function withLuns(lunOption: AzOptionName, options: Options, disks: readonly string[]) {
  const luns = options.get(lunOption)?.words
  const differs = luns !== undefined && luns.length !== disks.length
  return {
    disks: disks.map((disk, index) => ({ disk, lun: luns === undefined ? index : numberOf(luns[index] ?? '') })),
    notes: differs
      ? [
          errorNote(
            'LunCountDiffers',
            { luns: luns.length, disks: disks.length },
            at(options, lunOption, ['source', 'dataDisks']),
          ),
        ]
      : [],
  }
}

function at(options: Options, name: AzOptionName, path: string[]) {
  return { path, line: options.get(name)?.line }
}
