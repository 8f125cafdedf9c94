import { catalogue } from '../../../i18n/catalogue.ts'
import { regionMapEn, type RegionMapTexts } from './region-map.en.ts'
import { regionMapIt } from './region-map.it.ts'

/** The texts of maps of regions, in the language shown. */
export const useRegionMapTexts = catalogue<RegionMapTexts>({ en: regionMapEn, it: regionMapIt })
