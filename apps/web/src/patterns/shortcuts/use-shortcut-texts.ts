import { catalogue } from '../../i18n/catalogue.ts'
import type { Language } from '../../i18n/language.ts'
import { shortcutsEn, type ShortcutTexts } from './shortcuts.en.ts'
import { shortcutsIt } from './shortcuts.it.ts'

export const shortcutTexts: Record<Language, ShortcutTexts> = { en: shortcutsEn, it: shortcutsIt }

/** The texts of the keyboard shortcuts, in the language shown. */
export const useShortcutTexts = catalogue(shortcutTexts)
