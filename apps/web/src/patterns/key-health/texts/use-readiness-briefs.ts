import { readinessBriefsEn, type ReadinessBriefs } from '../../../i18n/answers/readiness-briefs.en.ts'
import { readinessBriefsIt } from '../../../i18n/answers/readiness-briefs.it.ts'
import { catalogue } from '../../../i18n/catalogue.ts'

/** The findings about sets in a few words, in the language shown, without the other texts of readiness. */
export const useReadinessBriefs = catalogue<ReadinessBriefs>({ en: readinessBriefsEn, it: readinessBriefsIt })
