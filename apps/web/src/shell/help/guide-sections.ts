import type { Language } from '../../i18n/language.ts'
import type { GuideSection } from './guide-search.ts'
import { guidePages, titleOf } from './guide.ts'

// The texts of all pages, for the search: loaded once somebody searches, each language as one file.

type TextOfPage = Pick<GuideSection, 'id' | 'heading' | 'text'>[]

async function loadTexts(language: Language): Promise<Record<string, TextOfPage>> {
  switch (language) {
    case 'en':
      return (await import('./texts-en.ts')).textsEn
    case 'it':
      return (await import('./texts-it.ts')).textsIt
  }
}

/** All sections of the guide, in the order of its pages. */
export async function guideSections(language: Language): Promise<GuideSection[]> {
  const texts = Object.entries(await loadTexts(language))
  return guidePages.flatMap((page) => {
    const [, sections = []] = texts.find(([path]) => path.endsWith(`/${page}.md`)) ?? []
    return sections.map((section) => ({ ...section, page, title: titleOf(language, page) }))
  })
}
