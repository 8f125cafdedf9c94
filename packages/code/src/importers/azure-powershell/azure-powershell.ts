import { imageVersionsOfTools } from '@portal/arm'
import { errorNote, infoNote, type ImportNote, type NotePosition } from '../import-note.ts'
import type { ImportedVersion } from '../imported-version.ts'
import { listOf, objectOf, textOf } from '../json-value.ts'
import { openNames } from '../open-value.ts'
import { memberOf, powerShellScript, type PowerShellCall } from './powershell-script.ts'

const command = 'new-azgalleryimageversion'

// Parameters that a plan has a place for; PowerShell accepts an unambiguous prefix of a name.
const parameterNames = [
  'ResourceGroupName',
  'GalleryName',
  'GalleryImageDefinitionName',
  'Name',
  'Location',
  'SourceImageId',
  'SourceImageVMId',
  'OSDiskImage',
  'DataDiskImage',
  'ReplicaCount',
  'StorageAccountType',
  'ReplicationMode',
  'PublishingProfileEndOfLifeDate',
  'PublishingProfileExcludeFromLatest',
  'AllowDeletionOfReplicatedLocation',
  'BlockDeletionBeforeEndOfLife',
  'Tag',
  'TargetRegion',
] as const
type ParameterName = (typeof parameterNames)[number]

/**
 * PowerShell itself reads these, so a script that sets them uses them.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_preference_variables
 */
const preferenceVariable = /^\$\w+Preference$/i

/**
 * What `New-AzGalleryImageVersion` would send; of several calls, the first. undefined if `script` has none.
 * https://learn.microsoft.com/powershell/module/az.compute/new-azgalleryimageversion
 */
export function importAzurePowerShell(script: string): ImportedVersion | undefined {
  const { calls: allCalls, bareWords, unused, neverSet } = powerShellScript(script)
  const calls = allCalls.filter((any) => any.command === command)
  const [call] = calls
  if (call === undefined) return undefined
  const { values, notes } = parametersOf(call)
  const text = (name: ParameterName) => textOf(values.get(name))
  const regions = listed(values.get('TargetRegion')).map((region, index) =>
    targetRegionOf(region, { path: ['targetRegions', index], line: call.line }, neverSet),
  )
  return {
    names: {
      subscriptionId: subscriptionIn(allCalls),
      resourceGroupName: text('ResourceGroupName'),
      galleryName: text('GalleryName'),
      imageDefinitionName: text('GalleryImageDefinitionName'),
      versionName: text('Name'),
    },
    apiVersion: imageVersionsOfTools.AzurePowerShell,
    body: {
      location: values.get('Location'),
      tags: values.get('Tag'),
      properties: {
        publishingProfile: {
          targetRegions: regions.map(({ region }) => region),
          replicaCount: numberIn(values.get('ReplicaCount')),
          storageAccountType: values.get('StorageAccountType'),
          excludeFromLatest: values.get('PublishingProfileExcludeFromLatest'),
          endOfLifeDate: values.get('PublishingProfileEndOfLifeDate'),
          replicationMode: values.get('ReplicationMode'),
        },
        storageProfile: {
          source: { id: values.get('SourceImageId'), virtualMachineId: values.get('SourceImageVMId') },
          osDiskImage: diskImageOf(values.get('OSDiskImage')),
          dataDiskImages: listed(values.get('DataDiskImage')).map(diskImageOf),
        },
        safetyProfile: {
          allowDeletionOfReplicatedLocations: values.get('AllowDeletionOfReplicatedLocation'),
          blockDeletionBeforeEndOfLife: values.get('BlockDeletionBeforeEndOfLife'),
        },
      },
    },
    notes: [
      ...(calls.length > 1 ? [infoNote('OneOfSeveral', { count: calls.length }, { line: call.line })] : []),
      ...notes,
      ...bareWords.map(({ word, line }) => errorNote('BareWordIsCommand', { word }, { line })),
      ...regions.flatMap((region) => region.notes),
      ...unused
        .filter(({ name }) => !preferenceVariable.test(name))
        .map(({ name, line }) => infoNote('VariableNotUsed', { name }, { line })),
    ],
  }
}

/** The subscription that the script selects. */
function subscriptionIn(calls: readonly PowerShellCall[]): string {
  const context = calls.find(({ command: name }) => ['set-azcontext', 'connect-azaccount'].includes(name))
  return textOf(context?.parameters.get('subscription') ?? context?.parameters.get('subscriptionid'))
}

function parametersOf({ parameters, positional, line }: PowerShellCall) {
  const values = new Map<ParameterName, unknown>()
  const notes: ImportNote[] = []
  for (const [index, value] of positional.entries()) {
    const name = parameterNames.slice(0, 4)[index]
    if (name !== undefined) values.set(name, value)
  }
  for (const [written, value] of parameters) {
    const matches = parameterNames.filter((name) => name.toLowerCase().startsWith(written))
    const name = matches.find((match) => match.toLowerCase() === written) ?? matches[0]
    if (name === undefined || (matches.length > 1 && name.toLowerCase() !== written))
      notes.push(infoNote('OptionIgnored', { option: `-${written}` }, { line }))
    else values.set(name, value)
  }
  return { values, notes }
}

function targetRegionOf(hashtable: unknown, position: NotePosition, neverSet: ReadonlySet<string>) {
  const notes: ImportNote[] = []
  // PowerShell uses `$null` for an undefined variable, and sends no set, without a warning.
  const given = (value: unknown): unknown => {
    const [name = ''] = typeof value === 'string' ? openNames(value) : []
    if (!neverSet.has(name)) return value
    notes.push(errorNote('UndefinedVariableIsNull', { name }, { path: [...(position.path ?? []), 'encryption'] }))
    return undefined
  }
  const known = ['name', 'replicacount', 'storageaccounttype', 'encryption', 'excludefromlatest']
  for (const key of Object.keys(objectOf(hashtable) ?? {}))
    if (!known.includes(key.toLowerCase())) notes.push(infoNote('OptionIgnored', { option: key }, position))
  return {
    region: {
      name: memberOf(hashtable, 'Name') ?? '',
      regionalReplicaCount: numberIn(memberOf(hashtable, 'ReplicaCount')),
      storageAccountType: memberOf(hashtable, 'StorageAccountType'),
      excludeFromLatest: memberOf(hashtable, 'ExcludeFromLatest'),
      encryption: encryptionOf(memberOf(hashtable, 'Encryption'), given),
    },
    notes,
  }
}

/** `given` passes on a value, or removes it with a note. */
function encryptionOf(hashtable: unknown, given: (value: unknown) => unknown) {
  const encryption = given(hashtable)
  const os = given(memberOf(encryption, 'OSDiskImage'))
  const confidentialType = given(memberOf(os, 'CVMEncryptionType'))
  return {
    osDiskImage: {
      diskEncryptionSetId: given(memberOf(os, 'DiskEncryptionSetId')),
      securityProfile: {
        confidentialVMEncryptionType: confidentialType,
        secureVMDiskEncryptionSetId: given(memberOf(os, 'CVMDiskEncryptionSetID')),
      },
    },
    dataDiskImages: listed(given(memberOf(encryption, 'DataDiskImages'))).map((image) => ({
      lun: numberIn(memberOf(image, 'Lun')),
      diskEncryptionSetId: given(memberOf(image, 'DiskEncryptionSetId')),
    })),
  }
}

/** `@{Source = @{Id = …}; Lun = 1}` */
function diskImageOf(hashtable: unknown) {
  const source = memberOf(hashtable, 'Source')
  return {
    lun: numberIn(memberOf(hashtable, 'Lun')),
    source: {
      id: memberOf(source, 'Id'),
      uri: memberOf(source, 'Uri'),
      storageAccountId: memberOf(source, 'StorageAccountId'),
    },
  }
}

/** PowerShell converts a single value to a list if a list is expected. */
function listed(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? listOf(value) : [value]
}

/** PowerShell converts a numeric text to a number. */
function numberIn(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
}
