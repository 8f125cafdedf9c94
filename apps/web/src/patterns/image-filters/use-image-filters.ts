import { age, type Age } from '@portal/portal-api'
import { useState } from 'react'
import { type ListFilter, optionsOf } from '../list/FilterSelect.tsx'
import { regionDisplayName } from '../resource/region-display-name.ts'
import { useImageFilterTexts } from './image-filters-texts.ts'

interface ImageFilters {
  /** for the request */
  narrowed: { galleryId?: string; location?: string; age?: Age }
  /** for the list's toolbar, by their names in the address */
  filters: Record<string, ListFilter>
}

/**
 * The filters of a list by gallery, region, and age. A link with such a filter brings it along: the list shows it then,
 * so that it can be changed or removed.
 */
export function useImageFilters(
  { filter }: { filter: (name: string) => string },
  { region }: { region: string },
): ImageFilters {
  const t = useImageFilterTexts()
  // One that was removed stays where it is, and keeps the focus.
  const [came] = useState({ gallery: filter('gallery'), region: filter('region'), age: filter('age') })
  const gallery = filter('gallery')
  const location = filter('region')
  const chosenAge = age.safeParse(filter('age')).data
  const filters: Record<string, ListFilter> = {
    ...(came.gallery !== '' && {
      gallery: {
        label: t.gallery,
        value: gallery,
        any: t.anyGallery,
        options: [[came.gallery, came.gallery.split('/').at(-1) ?? '']] as const,
      },
    }),
    ...(came.region !== '' && {
      region: {
        label: region,
        value: location,
        any: t.anyRegion,
        options: [[came.region, regionDisplayName(came.region)]] as const,
      },
    }),
    ...(came.age !== '' && {
      age: { label: t.age, value: chosenAge, any: t.anyAge, options: optionsOf(age.options, t.ages) },
    }),
  }
  return {
    narrowed: {
      ...(gallery !== '' && { galleryId: gallery }),
      ...(/^[a-z0-9]+$/.test(location) && { location }),
      ...(chosenAge && { age: chosenAge }),
    },
    filters,
  }
}
