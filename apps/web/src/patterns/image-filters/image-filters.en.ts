/** The English texts of filters by gallery, region, and age. */
export const imageFilterEn = {
  gallery: 'Gallery',
  anyGallery: 'Any gallery',
  region: 'Region',
  sourceRegion: 'Source region',
  anyRegion: 'Any region',
  age: 'Age',
  anyAge: 'Any age',
  ages: {
    month: 'Less than 30 days',
    quarter: '30 to 90 days',
    year: '90 days to 1 year',
    older: '1 year or more',
    unknown: 'Unknown date',
  },
  image: 'Image',
  anyImage: 'Any image',
  fromGallery: 'From an image version',
}

export type ImageFilterTexts = typeof imageFilterEn
