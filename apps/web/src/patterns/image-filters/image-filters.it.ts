import type { ImageFilterTexts } from './image-filters.en.ts'

/** The Italian texts of filters by gallery, region, and age. */
export const imageFilterIt: ImageFilterTexts = {
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
