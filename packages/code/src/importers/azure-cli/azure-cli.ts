import { imageVersionsOfTools } from '@portal/arm'
import { idOf } from '../azure-names.ts'
import { errorNote, infoNote, warningNote, type ImportNote } from '../import-note.ts'
import type { ImportContext, ImportedVersion } from '../imported-version.ts'
import { azOptions, type AzOption, type AzOptionName } from './az-options.ts'
import { azTargetRegions, numberOf } from './az-target-regions.ts'
import { bashScript, type BashWord } from './bash-words.ts'

const command = ['az', 'sig', 'image-version', 'create']

/**
 * What `az sig image-version create` would send, with the options read as azure-cli 2.74 does. Of several commands, the
 * first counts. undefined if `script` has none.
 * https://learn.microsoft.com/cli/azure/sig/image-version#az-sig-image-version-create
 */
export function importAzureCli(script: string, context: ImportContext): ImportedVersion | undefined {
  const { commands, notContinued, typographic } = bashScript(script)
  const found = commands.flatMap((words) => wordsBehindCommand(words) ?? [])
  const [first] = found
  if (first === undefined) return undefined
  const { options, notes: optionNotes } = azOptions(first.words)
  const text = (name: AzOptionName) => options.get(name)?.words[0] ?? ''
  const names = {
    subscriptionId: text('--subscription'),
    resourceGroupName: text('--resource-group'),
    galleryName: text('--gallery-name'),
    imageDefinitionName: text('--gallery-image-definition'),
    versionName: text('--gallery-image-version'),
  }
  const lookup =
    context.resourceGroupName === ''
      ? { ...names, subscriptionId: names.subscriptionId === '' ? context.subscriptionId : names.subscriptionId }
      : context
  const location = text('--location')
  const { regions, notes: regionNotes } = azTargetRegions(
    {
      targetRegions: options.get('--target-regions'),
      encryption: options.get('--target-region-encryption'),
      confidential: options.get('--target-region-cvm-encryption'),
    },
    location,
    lookup,
  )
  const { storageProfile, notes: sourceNotes } = azSource(options, lookup)
  const replicaCount = readNumber('--replica-count', options)
  return {
    names,
    apiVersion: imageVersionsOfTools.AzureCli,
    body: {
      location,
      tags: readTags(options.get('--tags')),
      properties: {
        publishingProfile: {
          targetRegions: regions,
          replicaCount: replicaCount.value,
          storageAccountType: options.get('--storage-account-type')?.words[0],
          excludeFromLatest: readFlag(options.get('--exclude-from-latest')),
          endOfLifeDate: options.get('--end-of-life-date')?.words[0],
          replicationMode: options.get('--replication-mode')?.words[0],
        },
        storageProfile,
        safetyProfile: {
          allowDeletionOfReplicatedLocations: readFlag(options.get('--allow-replicated-location-deletion')),
          blockDeletionBeforeEndOfLife: readFlag(options.get('--block-deletion-before-end-of-life')),
        },
      },
    },
    notes: [
      ...(found.length > 1 ? [infoNote('OneOfSeveral', { count: found.length }, { line: first.line })] : []),
      ...(typographic === undefined ? [] : [errorNote('TypographicCharacters', {}, { line: typographic })]),
      ...notContinued.map((line) => errorNote('LineNotContinued', {}, { line })),
      ...(location === '' ? [warningNote('LocationNotNamed', {}, { path: ['location'], line: first.line })] : []),
      ...optionNotes,
      ...regionNotes,
      ...sourceNotes,
      ...replicaCount.notes,
    ],
  }
}

/** The words after the command's own, wherever it is in a line (after `if !`, `time`, a prompt). */
function wordsBehindCommand(words: readonly BashWord[]): { words: BashWord[]; line: number } | undefined {
  const start = words.findIndex((_, index) => command.every((name, offset) => words[index + offset]?.text === name))
  const first = words[start]
  return first && { words: words.slice(start + command.length), line: first.line }
}

function readNumber(name: AzOptionName, options: ReadonlyMap<AzOptionName, AzOption>) {
  const option = options.get(name)
  const word = option?.words[0]
  const value = word === undefined ? undefined : numberOf(word)
  const notes: ImportNote[] =
    word !== undefined && value === undefined
      ? [errorNote('NumberExpected', { option: name, value: word }, { line: option?.line })]
      : []
  return { value, notes }
}

/** A flag without a value is true; az accepts `true` and `false` in any case. */
function readFlag(option: AzOption | undefined): boolean | string | undefined {
  if (option === undefined) return undefined
  const word = option.words[0]?.toLowerCase() ?? 'true'
  return word === 'true' || (word === 'false' ? false : option.words[0])
}

/** `name=value`, or a name alone for one without a value. */
function readTags(option: AzOption | undefined): Record<string, string> {
  const words = (option?.words ?? []).filter((word) => word !== '')
  return Object.fromEntries(
    words.map((word) => {
      const [name = '', ...value] = word.split('=')
      return [name, value.join('=')]
    }),
  )
}

type Options = ReadonlyMap<AzOptionName, AzOption>

/** What az creates from the options that name a source: the version's `storageProfile`. */
function azSource(options: Options, context: ImportContext): { storageProfile: unknown; notes: ImportNote[] } {
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
