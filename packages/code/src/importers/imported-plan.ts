import { childResourceId, formatResourceId, InvalidResourceId } from '@portal/arm'
import { asksForDiskSets, blankPlan, fromArm, imageVersionPlan, type ImageVersionPlan } from '@portal/image-version'
import { armBodyOf } from './arm-body.ts'
import { errorNote, infoNote, type ImportNote } from './import-note.ts'
import type { ImportContext, ImportedVersion, VersionNames } from './imported-version.ts'
import { lostValueNotes } from './lost-values.ts'
import { openNames } from './open-value.ts'
import { planNotes } from './plan-notes.ts'
import { settledBody } from './settled-body.ts'
import { storageNotSaid } from './storage-default.ts'

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
