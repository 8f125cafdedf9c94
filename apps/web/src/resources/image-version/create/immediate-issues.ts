import { chosenResources, type ImageVersionPlan, type Inventory, type Issue } from '@portal/image-version'
import { isCellFilled } from '../../../patterns/matrix/matrix.ts'

/**
 * Whether an issue concerns something chosen from a list, a source or the set of a cell: it is then shown at once.
 * Issues of typed input, or of missing choices, are shown only after the field was left, except that of a number that
 * was there from the start (`arrivedName`, '' if none): a configuration from elsewhere can have one that is taken.
 */
export function isToldAtOnce(
  { path, code }: Issue,
  { plan, inventory, arrivedName }: { plan: ImageVersionPlan; inventory: Inventory; arrivedName: string },
): boolean {
  const [field] = path
  const { source } = plan
  if (code === 'VersionNameExists') return plan.name === arrivedName
  if (field === 'source')
    return source.type !== 'StorageBlobs' && chosenResources(source, inventory).every(({ id }) => id !== '')
  return field === 'targetRegions' && isCellFilled(plan.targetRegions, path) === true
}
