import { catalogue } from '../../i18n/catalogue.ts'
import { tourEn, type TourTexts } from './tour.en.ts'
import { tourIt } from './tour.it.ts'

/** The texts of the guided tour in the language shown. */
export const useTourTexts = catalogue<TourTexts>({ en: tourEn, it: tourIt })
