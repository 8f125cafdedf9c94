import { catalogue } from '../catalogue.ts'
import { readinessBriefsEn, type ReadinessBriefs } from './readiness-briefs.en.ts'
import { readinessBriefsIt } from './readiness-briefs.it.ts'

/** The findings about sets in a few words, in the language shown, without the other texts of readiness. */
export const useReadinessBriefs = catalogue<ReadinessBriefs>({ en: readinessBriefsEn, it: readinessBriefsIt })
