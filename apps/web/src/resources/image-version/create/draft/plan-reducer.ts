import {
  blankTargetRegion,
  type ImageSource,
  type ImageVersionPlan,
  type TargetRegion,
  withoutSignatures,
} from '@portal/image-version'
import { filledCells, type CellFilling } from '../../../../patterns/matrix/matrix-reducer.ts'

/** The independent fields of a plan: changing one changes nothing else. */
type PlainFields = Pick<
  ImageVersionPlan,
  | 'imageDefinitionId'
  | 'name'
  | 'excludeFromLatest'
  | 'endOfLifeDate'
  | 'allowDeletionOfReplicatedLocations'
  | 'blockDeletionBeforeEndOfLife'
  | 'replicationMode'
  | 'replicaCount'
  | 'storageAccountType'
  | 'confidentialVMEncryptionType'
  | 'tags'
>

type EncryptionFields = Pick<ImageVersionPlan, 'encryptionType' | 'confidentialDataDisks'>

/** What a user can do to a plan in the wizard. */
export type Edit =
  | { type: 'setFields'; fields: Partial<PlainFields> }
  | { type: 'setLocation'; location: string }
  /** `luns`: those whose sets stay */
  | { type: 'setSource'; source: ImageSource; luns: number[] }
  | { type: 'addTargetRegion'; name: string }
  | { type: 'setTargetRegions'; targetRegions: TargetRegion[] }
  | { type: 'changeTargetRegion'; index: number; change: Partial<Omit<TargetRegion, 'encryption'>> }
  | { type: 'removeTargetRegion'; index: number }
  | { type: 'fillCells'; cells: CellFilling[] }
  /** fields of the whole encryption, and the cells that are filled or emptied with them */
  | { type: 'setEncryption'; fields: Partial<EncryptionFields>; cells: CellFilling[] }
  | { type: 'replacePlan'; plan: ImageVersionPlan }

/** The plan after an edit. Takes and returns a whole plan; the one given stays as it was. */
export function planReducer(plan: ImageVersionPlan, edit: Edit): ImageVersionPlan {
  switch (edit.type) {
    case 'setFields':
      return { ...plan, ...edit.fields }
    case 'setLocation':
      return { ...plan, location: edit.location, targetRegions: withHomeRegion(plan, edit.location) }
    case 'setSource':
      return {
        ...plan,
        source: withoutSignatures(edit.source),
        targetRegions: plan.targetRegions.map((region) => withLuns(region, edit.luns)),
      }
    case 'addTargetRegion':
      return { ...plan, targetRegions: [...plan.targetRegions, blankTargetRegion(edit.name)] }
    case 'setTargetRegions':
      return { ...plan, targetRegions: edit.targetRegions }
    case 'changeTargetRegion':
      return changeRegion(plan, edit.index, (region) => changedRegion(region, edit.change))
    case 'removeTargetRegion':
      return { ...plan, targetRegions: plan.targetRegions.filter((_, index) => index !== edit.index) }
    case 'fillCells':
      return { ...plan, targetRegions: filledCells(plan.targetRegions, edit.cells) }
    case 'setEncryption':
      return { ...plan, ...edit.fields, targetRegions: filledCells(plan.targetRegions, edit.cells) }
    case 'replacePlan':
      return edit.plan
  }
}

function changeRegion(plan: ImageVersionPlan, index: number, change: (region: TargetRegion) => TargetRegion) {
  return { ...plan, targetRegions: plan.targetRegions.map((region, at) => (at === index ? change(region) : region)) }
}

// A set belongs to one region, so another region in the same row starts with empty cells.
function changedRegion(region: TargetRegion, change: Partial<Omit<TargetRegion, 'encryption'>>): TargetRegion {
  const movedElsewhere = change.name !== undefined && change.name !== region.name
  return {
    ...region,
    ...change,
    ...(movedElsewhere && { encryption: blankTargetRegion(change.name ?? '').encryption }),
  }
}

// The version's own region is always the first target region: Azure refuses a version that is not replicated at home.
function withHomeRegion(plan: ImageVersionPlan, location: string): TargetRegion[] {
  const already = plan.targetRegions.find((region) => region.name === location)
  const others = plan.targetRegions.filter((region) => region.name !== location && region.name !== plan.location)
  return [already ?? blankTargetRegion(location), ...others]
}

function withLuns(region: TargetRegion, luns: number[]): TargetRegion {
  const dataDiskImages = region.encryption.dataDiskImages.filter((image) => luns.includes(image.lun))
  return { ...region, encryption: { ...region.encryption, dataDiskImages } }
}
