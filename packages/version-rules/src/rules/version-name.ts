import { errorAt, type ImageVersionPlan, type Inventory, type Issue } from '@portal/image-version'

const largestInt = 2_147_483_647
// A leading zero would spell the same version twice (01.0.0 and 1.0.0), and an int is not written so.
const threeNumbers = /^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$/

/** Whether it is Major.Minor.Patch, each a 32-bit integer. */
export function isVersionName(name: string): boolean {
  const numbers = threeNumbers.exec(name)?.slice(1) ?? []
  return numbers.length > 0 && numbers.every((number) => Number(number) <= largestInt)
}

// A version is named Major.Minor.Patch, each a 32-bit integer, and no other version of the definition has that name,
// including deleted ones that can be restored. https://learn.microsoft.com/azure/virtual-machines/image-version and
// …/soft-delete-gallery
export function versionNameIssues({ name }: ImageVersionPlan, inventory: Inventory): Issue[] {
  if (name === '') return [errorAt(['name'], 'VersionNameRequired', {})]
  if (!isVersionName(name)) return [errorAt(['name'], 'VersionNameInvalid', { name })]
  if (inventory.existingVersionNames.includes(name)) return [errorAt(['name'], 'VersionNameExists', { name })]
  // What Azure does with a new version with this number is not documented: it might restore the deleted one.
  if (inventory.deletedVersionNames?.includes(name)) return [errorAt(['name'], 'VersionNumberInRecycleBin', { name })]
  return []
}
