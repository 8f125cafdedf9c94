import type { Language } from '../../i18n/language.ts'
import type { GuideSection } from './guide-search.ts'
import { guidePages, languageOf, titleOf } from './guide.ts'

// The texts of all pages, for the search: loaded once somebody searches, each language as one file.

type TextOfPage = Pick<GuideSection, 'id' | 'heading' | 'text'>[]

/** All sections of the guide, in the order of its pages. */
export async function guideSections(language: Language): Promise<GuideSection[]> {
  const texts: Record<Language, Record<string, TextOfPage>> = {
    en: (await import('./texts-en.ts')).textsEn,
    it: language === 'it' ? (await import('./texts-it.ts')).textsIt : {},
  }
  return guidePages.flatMap((page) => {
    const shown = languageOf(language, page)
    const [, sections = []] = Object.entries(texts[shown]).find(([path]) => path.endsWith(`/${page}.md`)) ?? []
    return sections.map((section) => ({ ...section, page, title: titleOf(language, page) }))
  })
}
