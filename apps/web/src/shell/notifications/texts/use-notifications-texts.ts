import { catalogue } from '../../../i18n/catalogue.ts'
import type { Language } from '../../../i18n/language.ts'
import { notificationsEn, type NotificationsTexts } from './notifications.en.ts'
import { notificationsIt } from './notifications.it.ts'

export const notificationsTexts: Record<Language, NotificationsTexts> = { en: notificationsEn, it: notificationsIt }

/** The texts of what finished or failed elsewhere, in the language shown. */
export const useNotificationsTexts = catalogue(notificationsTexts)
