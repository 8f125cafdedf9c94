import { childResourceId, formatResourceId, guidPattern, InvalidResourceId, storageStrategySince } from '@portal/arm'
import {
  asksForDiskSets,
  blankPlan,
  fromArm,
  imageVersionPlan,
  type ImageVersionPlan,
  type DefaultStorage,
  type IssuePath,
} from '@portal/image-version'
import { armBodyOf } from './arm-body.ts'
import { errorNote, infoNote, type ImportNote, warningNote } from './import-note.ts'
import {
  type ImportContext,
  type ImportedVersion,
  type VersionNames,
  exampleSubscriptionId,
} from './imported-version.ts'
import { listOf, objectOf } from './json-value.ts'
import { openNames, withoutMarks } from './open-value.ts'
import { planNotes } from './plan-notes.ts'

/**
 * The plan from an importer's result. What the text leaves open stays blank; also the definition's ID, unless the text
 * or `context` has all its parts.
 */
export function importedPlan(
  { names, apiVersion, body, notes }: ImportedVersion,
  context: ImportContext,
): { plan: ImageVersionPlan; names: VersionNames; notes: ImportNote[] } {
  const { body: written, notes: openNotes } = settledBody(body, context)
  const arm = armBodyOf(written)
  const { names: settledNames, notes: nameNotes } = settledVersionNames(names)
  const id = definitionId(settledNames, context)
  const sets = context.diskEncryptionSets
  const unsaid = storageNotSaid({ body, apiVersion })
  const read = fromArm(arm, sets && { diskEncryptionSets: sets })
  const fromBody = { ...read, storageAccountType: unsaid.storage ?? read.storageAccountType }
  // An unknown set is still a set: the wizard must ask for it, not use platform-managed keys.
  const asksForSets = [...notes, ...openNotes].some(({ path }) => path.includes('encryption'))
  const plan: ImageVersionPlan = {
    ...fromBody,
    encryptionType:
      asksForSets && !asksForDiskSets(fromBody) ? 'EncryptionAtRestWithCustomerKey' : fromBody.encryptionType,
    imageDefinitionId: id,
    name: settledNames.versionName,
  }
  const parsed = imageVersionPlan.safeParse(plan)
  return {
    plan: parsed.success ? plan : blankPlan(id),
    names: settledNames,
    notes: [
      ...notes,
      ...nameNotes,
      ...openNotes,
      ...unsaid.notes,
      ...lostValueNotes(written, arm),
      ...(parsed.success ? planNotes(plan, arm, sets ?? []) : tooLargeNotes(parsed.error.issues)),
    ],
  }
}

function settledVersionNames(names: VersionNames): { names: VersionNames; notes: ImportNote[] } {
  const isClosed = (name: string) => openNames(name).length === 0
  const notes = Object.values<string>({ ...names }).flatMap((name) =>
    openNames(name).map((open) => infoNote('ValueOpen', { name: open }, { path: ['imageDefinitionId'] })),
  )
  const closed = (name: string) => (isClosed(name) ? name : '')
  return {
    names: {
      subscriptionId: closed(names.subscriptionId),
      resourceGroupName: closed(names.resourceGroupName),
      galleryName: closed(names.galleryName),
      imageDefinitionName: closed(names.imageDefinitionName),
      versionName: closed(names.versionName),
    },
    notes,
  }
}

function definitionId(names: VersionNames, context: ImportContext): string {
  const gallery = {
    subscriptionId: names.subscriptionId === '' ? context.subscriptionId : names.subscriptionId,
    resourceGroupName: names.resourceGroupName === '' ? context.resourceGroupName : names.resourceGroupName,
    provider: 'Microsoft.Compute',
    types: ['galleries'],
    names: [names.galleryName],
  }
  try {
    return formatResourceId(childResourceId(gallery, 'images', names.imageDefinitionName))
  } catch (error) {
    if (error instanceof InvalidResourceId) return ''
    throw error
  }
}

function tooLargeNotes(issues: readonly { path: readonly PropertyKey[] }[]): ImportNote[] {
  return issues.map(({ path }) => errorNote('PlanFileInvalid', { field: path.map(String).join('.') }))
}

// What Azure adds to a version in its response, and what every template has around one: nobody chose it.
const notChosen = new Set([
  'id',
  'name',
  'type',
  'apiVersion',
  'etag',
  'systemData',
  'resourceGroup',
  'provisioningState',
  'replicationStatus',
  'publishedDate',
  'sizeInGB',
  'hostCaching',
  'policyViolations',
  'reportedForPolicyViolation',
])
const longestShown = 80

/** A note for each value of `written` that `taken` no longer has: a plan has no place for it, or it is invalid. */
function lostValueNotes(written: unknown, taken: unknown): ImportNote[] {
  const notes: ImportNote[] = []
  const compare = (value: unknown, kept: unknown, path: (string | number)[]): void => {
    if (isParts(value) && isParts(kept)) {
      for (const [name, entry] of Object.entries(value))
        if (!notChosen.has(name)) compare(entry, Reflect.get(kept, name), [...path, part(value, name)])
    } else if (kept === undefined && !isEmpty(value)) {
      const shown = typeof value === 'string' ? value : JSON.stringify(value)
      const name = path.filter((step) => typeof step === 'string').join('.')
      notes.push(infoNote('ValueIgnored', { name, value: shown.slice(0, longestShown) }, { path: planPathOf(path) }))
    }
  }
  compare(written, taken, [])
  return notes
}

function isParts(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function part(of: object, name: string): string | number {
  return Array.isArray(of) ? Number(name) : name
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (isParts(value) && Object.keys(value).length === 0)
}

/**
 * The default storage of a version whose text has none, by the API version that would send it, and the note about it;
 * `storage` is undefined if the text has one. An unknown API version counts as a new one.
 */
function storageNotSaid({ body, apiVersion }: Pick<ImportedVersion, 'body' | 'apiVersion'>): {
  storage: DefaultStorage | undefined
  notes: ImportNote[]
} {
  const profile = objectOf(objectOf(objectOf(body)?.['properties'])?.['publishingProfile']) ?? {}
  const { storageAccountType: type, storageAccountStrategy: strategy } = profile
  const position = { path: ['storageAccountType'] }
  if (isSaid(type) && isSaid(strategy))
    return { storage: undefined, notes: [errorNote('StorageSaidTwice', {}, position)] }
  if (isSaid(type) || isSaid(strategy)) return { storage: undefined, notes: [] }
  const isKnown = /^\d{4}-\d\d-\d\d/.test(apiVersion)
  const storage = isKnown && apiVersion < storageStrategySince ? 'Standard_LRS' : 'PreferStandard_ZRS'
  const regions = listOf(profile['targetRegions'])
  const everyRegionSays =
    regions.length > 0 && regions.every((region) => isSaid(objectOf(region)?.['storageAccountType']))
  if (everyRegionSays) return { storage, notes: [] }
  const note = isKnown
    ? infoNote('StorageNotSaid', { storage, apiVersion }, position)
    : warningNote('StorageAndApiVersionNotSaid', { storage, apiVersion: storageStrategySince }, position)
  return { storage, notes: [note] }
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}

type BodyPath = (string | number)[]

// Variables that name others can turn a short text into a long one.
const mostValues = 200_000

/** A body without its open values (each is removed, with a note), and with completed IDs. */
function settledBody(body: unknown, context: ImportContext): { body: unknown; notes: ImportNote[] } {
  const notes: ImportNote[] = []
  const completions = new Set<Completion>()
  let budget = mostValues
  const settle = (value: unknown, path: BodyPath): unknown => {
    if (budget-- <= 0) return undefined
    if (Array.isArray(value)) return value.map((entry, index) => settle(entry, [...path, index]))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).flatMap(([name, entry]) => {
          const settled: unknown = settle(entry, [...path, name])
          return settled === undefined || settled === null ? [] : [[name, settled]]
        }),
      )
    if (typeof value !== 'string') return value
    const id = completedId(value, context)
    for (const completion of id.completions) completions.add(completion)
    // A tag can contain any character, so only what is marked counts there.
    const open = path[0] === 'tags' && withoutMarks(id.text) === id.text ? [] : openNames(id.text)
    for (const name of open) notes.push(warningNote('ValueOpen', { name }, { path: planPathOf(path) }))
    return open.length > 0 ? undefined : id.text
  }
  const settled = settle(body, [])
  return { body: settled, notes: [...notes, ...[...completions].map((code) => infoNote(code, {}))] }
}

type Completion = 'IdWithoutSlash' | 'SubscriptionNotNamed'

/** `/subscriptions/<subscription ID>/…`, the zero GUID, or a variable: the current subscription replaces it. */
function completedId(text: string, { subscriptionId }: ImportContext): { text: string; completions: Completion[] } {
  if (!/^\/?subscriptions\//i.test(text)) return { text, completions: [] }
  const completions: Completion[] = []
  const segments = text.split('/')
  if (segments[0] !== '') {
    segments.unshift('')
    completions.push('IdWithoutSlash')
  }
  const written = segments[2] ?? ''
  if (!guidPattern.test(written) || written === exampleSubscriptionId) {
    segments[2] = subscriptionId === '' ? exampleSubscriptionId : subscriptionId
    completions.push('SubscriptionNotNamed')
  }
  return { text: segments.join('/'), completions }
}

/** The field of the plan that a place of the body fills. */
function planPathOf(path: BodyPath): IssuePath {
  const [first, second, ...rest] = path
  if (first !== 'properties') return first === undefined ? [] : [first]
  if (second === 'storageProfile') return ['source']
  // After it comes a list index, where the plan has a LUN.
  const dataDisks = rest.indexOf('dataDiskImages')
  return (dataDisks < 0 ? rest : rest.slice(0, dataDisks + 1)).filter((part) => part !== 'diskEncryptionSetId')
}
