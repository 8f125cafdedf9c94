import { age, type Age } from '@portal/portal-api'
import { useState, type ReactNode } from 'react'
import { FilterSelect } from '../list/FilterSelect.tsx'
import { regionDisplayName } from '../resource/region-display-name.ts'
import { useImageFilterTexts } from './image-filters-texts.ts'

interface ImageFilters {
  /** for the request */
  narrowed: { galleryId?: string; location?: string; age?: Age }
  /** for the list's toolbar, by their names in the address */
  filters: Record<string, ReactNode>
}

interface FilteredList {
  filter: (name: string) => string
  change: (changes: Record<string, string>) => void
}

/**
 * The filters of a list by gallery, region, and age. A link with such a filter brings it along: the list shows it then,
 * so that it can be changed or removed.
 */
export function useImageFilters({ filter, change }: FilteredList, { region }: { region: string }): ImageFilters {
  const t = useImageFilterTexts()
  // One that was removed stays where it is, and keeps the focus.
  const [came] = useState({ gallery: filter('gallery'), region: filter('region'), age: filter('age') })
  const gallery = filter('gallery')
  const location = filter('region')
  const chosenAge = age.safeParse(filter('age')).data
  const filters: Record<string, ReactNode> = {}
  if (came.gallery !== '')
    filters['gallery'] = (
      <FilterSelect
        label={t.gallery}
        value={gallery}
        any={t.anyGallery}
        options={[[came.gallery, came.gallery.split('/').at(-1) ?? '']]}
        onChange={(chosen) => change({ gallery: chosen })}
      />
    )
  if (came.region !== '')
    filters['region'] = (
      <FilterSelect
        label={region}
        value={location}
        any={t.anyRegion}
        options={[[came.region, regionDisplayName(came.region)]]}
        onChange={(chosen) => change({ region: chosen })}
      />
    )
  if (came.age !== '')
    filters['age'] = (
      <FilterSelect
        label={t.age}
        value={chosenAge}
        any={t.anyAge}
        options={age.options.map((option) => [option, t.ages[option]] as const)}
        onChange={(chosen) => change({ age: chosen })}
      />
    )
  return {
    narrowed: {
      ...(gallery !== '' && { galleryId: gallery }),
      ...(/^[a-z0-9]+$/.test(location) && { location }),
      ...(chosenAge && { age: chosenAge }),
    },
    filters,
  }
}
