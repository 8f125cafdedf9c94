import { connectionEn, type ConnectionPageTexts } from './connection.en.ts'
import { connectionIt } from './connection.it.ts'
import { useLanguage, type Language } from './language.ts'

/** Both languages, since they come with the code of that page only. */
export const connectionTexts: Record<Language, ConnectionPageTexts> = { en: connectionEn, it: connectionIt }

/** The texts of the connection check in the language shown. */
export function useConnectionTexts(): ConnectionPageTexts {
  return connectionTexts[useLanguage()]
}
