import { chosenResources, type ImageVersionPlan, type Inventory } from '@portal/image-version'

/** Whether everything that the version is made from is chosen, so that what is wrong with it can be told at once. */
export function isSourceChosen({ source }: ImageVersionPlan, inventory: Inventory): boolean {
  // The addresses of blobs are typed, and nothing is said of what is being typed.
  return source.type !== 'StorageBlobs' && chosenResources(source, inventory).every(({ id }) => id !== '')
}
