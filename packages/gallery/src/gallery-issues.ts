import * as z from 'zod/mini'

/** A gallery to be created. */
export const newGallery = z.strictObject({
  subscriptionId: z.string(),
  resourceGroupName: z.string(),
  name: z.string(),
  /** short name */
  location: z.string(),
  description: z.string(),
})
export type NewGallery = z.infer<typeof newGallery>

/** What can be wrong with it. The portal has a text for each, in each language. */
export type GalleryIssueCode =
  | 'SubscriptionRequired'
  | 'ResourceGroupRequired'
  | 'GalleryNameRequired'
  | 'GalleryNameInvalid'
  | 'GalleryNameTaken'
  | 'GalleryLocationRequired'
  | 'DescriptionTooLong'

export interface GalleryIssue {
  field: keyof NewGallery
  code: GalleryIssueCode
}

// https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftcompute
const galleryName = /^[A-Za-z0-9](?:[\w.]{0,78}[A-Za-z0-9])?$/
// Ours: Azure documents no limit, and nobody reads more.
const longestDescription = 1024

/** What Azure would refuse. `takenNames`: of the galleries in the subscription, where names must be unique. */
export function galleryIssues(gallery: NewGallery, takenNames: readonly string[]): GalleryIssue[] {
  const { subscriptionId, resourceGroupName, name, location, description } = gallery
  const isTaken = takenNames.some((taken) => taken.toLowerCase() === name.toLowerCase())
  const rules: [boolean, GalleryIssue['field'], GalleryIssueCode][] = [
    [subscriptionId === '', 'subscriptionId', 'SubscriptionRequired'],
    [resourceGroupName === '', 'resourceGroupName', 'ResourceGroupRequired'],
    [name === '', 'name', 'GalleryNameRequired'],
    [name !== '' && !galleryName.test(name), 'name', 'GalleryNameInvalid'],
    [isTaken, 'name', 'GalleryNameTaken'],
    [location === '', 'location', 'GalleryLocationRequired'],
    [description.length > longestDescription, 'description', 'DescriptionTooLong'],
  ]
  return rules.filter(([isBroken]) => isBroken).map(([, field, code]) => ({ field, code }))
}
