import { formatResourceId, parseGalleryId, regionName } from '@portal/arm'
import type { Age } from '@portal/portal-api'
import { kqlText } from '../../arm/resource-graph.ts'
import { ageSteps } from './age-steps.ts'

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
export function imageFilterSteps({ galleryId, location, age }: ImageFilters, { imageId, date }: RowOfImage): string[] {
  const gallery = galleryId && formatResourceId(parseGalleryId(galleryId))
  return [
    ...(gallery ? [`where ${imageId} startswith ${kqlText(`${gallery}/images/`)}`] : []),
    ...(location ? [`where location =~ ${kqlText(regionName(location))}`] : []),
    ...(age ? [...ageSteps(date), `where age == ${kqlText(age)}`] : []),
  ]
}
