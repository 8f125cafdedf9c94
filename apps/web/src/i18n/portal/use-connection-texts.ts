import { catalogue } from '../catalogue.ts'
import type { Language } from '../language.ts'
import { connectionEn, type ConnectionPageTexts } from './connection.en.ts'
import { connectionIt } from './connection.it.ts'

export const connectionTexts: Record<Language, ConnectionPageTexts> = { en: connectionEn, it: connectionIt }

/** The texts of the connection check in the language shown. */
export const useConnectionTexts = catalogue(connectionTexts)
