import { catalogue } from '../../i18n/catalogue.ts'
import { presenterEn, type PresenterTexts } from './presenter.en.ts'
import { presenterIt } from './presenter.it.ts'

/** The texts of the presenter's window in the language shown. */
export const usePresenterTexts = catalogue<PresenterTexts>({ en: presenterEn, it: presenterIt })
