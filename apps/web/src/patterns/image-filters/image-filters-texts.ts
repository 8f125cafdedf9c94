import { catalogue } from '../../i18n/catalogue.ts'

/** The English texts of filters by gallery, region, and age. */
const imageFilterEn = {
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

/** The Italian texts of filters by gallery, region, and age. */
const imageFilterIt: typeof imageFilterEn = {
  gallery: 'Raccolta',
  anyGallery: 'Tutte le raccolte',
  region: 'Area',
  sourceRegion: 'Area di origine',
  anyRegion: 'Tutte le aree',
  age: 'Età',
  anyAge: 'Qualsiasi età',
  ages: {
    month: 'Meno di 30 giorni',
    quarter: 'Da 30 a 90 giorni',
    year: 'Da 90 giorni a 1 anno',
    older: '1 anno o più',
    unknown: 'Data sconosciuta',
  },
  image: 'Immagine',
  anyImage: 'Qualsiasi immagine',
  fromGallery: 'Da una versione dell’immagine',
}

/** The texts of filters by gallery, region, and age, in the language shown. */
export const useImageFilterTexts = catalogue({ en: imageFilterEn, it: imageFilterIt })
