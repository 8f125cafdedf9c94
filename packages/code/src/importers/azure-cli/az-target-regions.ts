import { storageAccountType } from '@portal/image-version'
import { idOf } from '../azure-names.ts'
import { errorNote, infoNote, type ImportNote, type NotePosition } from '../import-note.ts'
import type { ImportContext } from '../imported-version.ts'
import { openNames } from '../open-value.ts'
import type { AzOption } from './az-options.ts'

const setType = 'Microsoft.Compute/diskEncryptionSets'
const acceptedStorageTypes = storageAccountType.options.map((type) => type.toLowerCase())

export interface AzRegionOptions {
  targetRegions: AzOption | undefined
  encryption: AzOption | undefined
  confidential: AzOption | undefined
}

/**
 * The `targetRegions` that az would send: it pairs the three lists by their order. Without `--target-regions`, az sends
 * only the version's own region and silently drops the keys; here that region keeps them, with a note.
 * https://learn.microsoft.com/cli/azure/sig/image-version#az-sig-image-version-create
 */
export function azTargetRegions(
  { targetRegions, encryption, confidential }: AzRegionOptions,
  location: string,
  context: ImportContext,
): { regions: unknown[]; notes: ImportNote[] } {
  const notes: ImportNote[] = []
  const words = targetRegions?.words ?? []
  if (words.length === 0) {
    const dropped = encryption ?? confidential
    if (dropped !== undefined) notes.push(errorNote('EncryptionWithoutTargetRegions', {}, { line: dropped.line }))
  }
  for (const list of [encryption, confidential])
    if (list !== undefined && words.length > 0 && list.words.length !== words.length)
      notes.push(
        errorNote(
          'EncryptionCountDiffers',
          { regions: words.length, encryptions: list.words.length },
          { path: ['targetRegions'], line: list.line },
        ),
      )
  const bare = encryption?.words.some((word) => namesSets(word)) === true
  if (bare)
    notes.push(
      infoNote('NamesInResourceGroup', { resourceGroup: context.resourceGroupName }, { line: encryption.line }),
    )
  const named = words.length > 0 ? words : location === '' ? [] : [location]
  const regions = named.map((word, index) => {
    const path = ['targetRegions', index]
    const region = regionOf(word, { path, line: targetRegions?.line })
    const sets = setsOf(encryption?.words[index], { path, line: encryption?.line }, context)
    const secure = confidentialOf(confidential?.words[index], { path, line: confidential?.line }, context)
    notes.push(...region.notes, ...sets.notes, ...secure.notes)
    const osDiskImage = { ...sets.osDiskImage, ...(secure.profile && { securityProfile: secure.profile }) }
    return { ...region.value, encryption: { osDiskImage, dataDiskImages: sets.dataDiskImages } }
  })
  return { regions, notes }
}

/** Whether a set is given by its name only. */
function namesSets(word: string): boolean {
  const sets = word.split(',').filter((_, index) => index % 2 === 0)
  return sets.some((set) => set !== '' && set !== 'null' && !set.includes('/') && openNames(set).length === 0)
}

/** `region[=count][=type]`, or `region=type`. The type alone can have any case, after a count only lowercase. */
function regionOf(word: string, position: NotePosition): { value: Record<string, unknown>; notes: ImportNote[] } {
  const [name = '', ...parts] = word.split('=')
  const [second, third] = parts
  const invalid = errorNote('TargetRegionNotUnderstood', { text: word }, position)
  if (second === undefined) return { value: { name }, notes: [] }
  const count = numberOf(second)
  if (third === undefined && count === undefined)
    return acceptedStorageTypes.includes(second.toLowerCase()) || openNames(second).length > 0
      ? { value: { name, storageAccountType: second }, notes: [] }
      : { value: { name }, notes: [invalid] }
  if (count === undefined) return { value: { name }, notes: [invalid] }
  const value = { name, regionalReplicaCount: count, ...(third !== undefined && { storageAccountType: third }) }
  if (third === undefined || acceptedStorageTypes.includes(third) || openNames(third).length > 0)
    return { value, notes: [] }
  if (!acceptedStorageTypes.includes(third.toLowerCase()))
    return { value: { name, regionalReplicaCount: count }, notes: [invalid] }
  return {
    value,
    notes: [errorNote('StorageTypeInLowerCase', { given: third, accepted: third.toLowerCase() }, position)],
  }
}

/** `osSet,lun,set,…` with `null` for no OS disk set. Elsewhere, az reads `null` and blanks as names of sets. */
function setsOf(text: string | undefined, position: NotePosition, context: ImportContext) {
  const notes: ImportNote[] = []
  if (text === undefined) return { osDiskImage: {}, dataDiskImages: [], notes }
  const [os = '', ...terms] = text.split(',')
  const region = Number(position.path?.at(-1)) + 1
  if (os === '') notes.push(errorNote('BlankIsNoPlaceholder', { region }, position))
  if (terms.length % 2 !== 0) notes.push(errorNote('EncryptionPairIncomplete', { text }, position))
  const dataDiskImages = []
  for (let index = 0; index < terms.length; index += 2) {
    const term = terms[index] ?? ''
    const lun = numberOf(term)
    const set = terms[index + 1] ?? ''
    if (set === 'null') notes.push(errorNote('NullIsNoDataDiskSet', { lun: term }, position))
    if (lun === undefined) notes.push(errorNote('EncryptionLunInvalid', { lun: term }, position))
    else if (set !== 'null' && set !== '')
      dataDiskImages.push({ lun, diskEncryptionSetId: idOf(setType, set, context) })
  }
  const osDiskImage = os === 'null' || os === '' ? {} : { diskEncryptionSetId: idOf(setType, os, context) }
  return { osDiskImage, dataDiskImages, notes }
}

/** `type,set`; a type without a set has the comma all the same. */
function confidentialOf(text: string | undefined, position: NotePosition, context: ImportContext) {
  if (text === undefined) return { notes: [] }
  const [type = '', set = '', ...more] = text.split(',')
  const wellFormed = text.includes(',') && more.length === 0
  return {
    profile: {
      confidentialVMEncryptionType: type,
      ...(set !== '' && { secureVMDiskEncryptionSetId: idOf(setType, set, context) }),
    },
    notes: wellFormed ? [] : [errorNote('ConfidentialPartsDiffer', { text }, position)],
  }
}

/** A whole number as az accepts it; undefined for anything else. What is open stays open. */
export function numberOf(text: string): number | string | undefined {
  if (openNames(text).length > 0) return text
  return /^\s*[+-]?\d{1,9}\s*$/.test(text) ? Number(text) : undefined
}
