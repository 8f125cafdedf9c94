import type { Age } from '@portal/portal-api'
interface ImageFilters {
  galleryId?: string | undefined
  location?: string | undefined
  age?: Age | undefined
}
/** Which expressions of a row hold the ID of the image version and the date of ISO 8601 that its age is from. */
interface RowOfImage {
  imageId: string
  date: string
}
/** The steps that keep rows of one gallery, region, and age, as far as they are given. Throws for an invalid ID. */
export declare function imageFilterSteps(
  { galleryId, location, age }: ImageFilters,
  { imageId, date }: RowOfImage,
): string[]
export {}
