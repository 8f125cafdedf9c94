import type { Language } from '../../i18n/language.ts'

/** A script that comes with the portal. */
export interface SuppliedScript {
  id: string
  language: Language
  title: string
  read: () => Promise<string>
}

type Loaded = Promise<{ default: string }>

function supplied(id: string, texts: Record<Language, [title: string, load: () => Loaded]>): SuppliedScript[] {
  return (['en', 'it'] as const).map((language) => {
    const [title, load] = texts[language]
    return { id: `${id}.${language}`, language, title, read: async () => (await load()).default }
  })
}

/** The supplied scripts, in both languages: someone might present in another one than that of the portal. */
export const suppliedScripts: SuppliedScript[] = [
  ...supplied('managers', {
    en: ['3 minutes for managers', () => import('./scripts/managers.en.md?raw')],
    it: ['3 minuti per dirigenti', () => import('./scripts/managers.it.md?raw')],
  }),
  ...supplied('engineers', {
    en: ['15 minutes for engineers', () => import('./scripts/engineers.en.md?raw')],
    it: ['15 minuti per tecnici', () => import('./scripts/engineers.it.md?raw')],
  }),
  ...supplied('security-officer', {
    en: ['Security officer: keys and impact', () => import('./scripts/security-officer.en.md?raw')],
    it: ['Responsabile della sicurezza: chiavi e impatto', () => import('./scripts/security-officer.it.md?raw')],
  }),
]
