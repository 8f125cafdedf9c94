import type { Person } from '@portal/portal-api'
import type { Language } from '../i18n/language.ts'

/** A person's role, as used in the middle of a sentence. */
export function jobTitle(person: Person, language: Language): string {
  const title = person.jobTitle[language]
  return title.charAt(0).toLocaleLowerCase(language) + title.slice(1)
}
