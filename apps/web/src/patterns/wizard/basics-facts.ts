import type { ImageVersionPlan } from '@portal/image-version'
import { parentResourceId, resourceNameOf, tryParseResourceId } from '@portal/portal-api'
import { labelWithGroup } from '../resource/resource-label.ts'
import type { WizardTexts } from './texts/wizard.en.ts'

/**
 * The content of the Basics tab, as pairs of label and value in the user's language; `shown` has the display name of
 * the plan's region and its end of life date in that language, '' where none is chosen.
 */
export function basicsFacts(
  plan: ImageVersionPlan,
  shown: Record<'region' | 'endOfLifeDate', string>,
  t: WizardTexts,
): [string, string][] {
  const definition = tryParseResourceId(plan.imageDefinitionId)
  const gallery = definition && parentResourceId(definition)
  const orNotSet = (value: string | undefined) => (value === undefined || value === '' ? t.review.notSet : value)
  const yesNo = (value: boolean) => (value ? t.yes : t.no)
  return [
    [t.basics.resourceGroup, orNotSet(definition?.resourceGroupName)],
    [t.basics.gallery, orNotSet(gallery && resourceNameOf(gallery))],
    [t.basics.definition, orNotSet(definition && resourceNameOf(definition))],
    [t.basics.versionNumber, orNotSet(plan.name)],
    [t.basics.region, orNotSet(shown.region)],
    [t.basics.source, t.basics.sourceTypes[plan.source.type]],
    ...sourceFacts(plan, t).map(([name, value]): [string, string] => [name, orNotSet(value)]),
    [t.basics.excludeFromLatest, yesNo(plan.excludeFromLatest)],
    [t.basics.endOfLifeDate, shown.endOfLifeDate === '' ? t.none : shown.endOfLifeDate],
    [t.basics.lockReplicatedLocations, yesNo(!plan.allowDeletionOfReplicatedLocations)],
    [t.basics.blockDeletion, yesNo(plan.blockDeletionBeforeEndOfLife)],
    [t.basics.shallowReplication, yesNo(plan.replicationMode === 'Shallow')],
  ]
}

/** The resources of a source, '' for one that is not chosen. */
export function sourceFacts(
  { source, imageDefinitionId }: Pick<ImageVersionPlan, 'source' | 'imageDefinitionId'>,
  t: WizardTexts,
): [string, string][] {
  const label = (id: string) => labelWithGroup(id, imageDefinitionId)
  switch (source.type) {
    case 'ManagedImage':
      return [[t.basics.managedImage, label(source.id)]]
    case 'VirtualMachine':
      return [[t.basics.virtualMachine, label(source.id)]]
    case 'ImageVersion':
      return [[t.basics.sourceVersion, label(source.id)]]
    case 'DisksAndSnapshots':
      return [
        [t.basics.osDisk, label(source.osDiskId)],
        ...source.dataDisks.map(({ lun, id }): [string, string] => [t.encryption.lun(lun), label(id)]),
      ]
    case 'StorageBlobs':
      return [
        [t.basics.storageAccount, label(source.storageAccountId)],
        [t.basics.osDiskUri, source.osDiskUri],
        ...source.dataDisks.map(({ lun, uri }): [string, string] => [t.encryption.lun(lun), uri]),
      ]
  }
}
