import MiniSearch from 'minisearch'
import { folded } from './folded.ts'

/** A part of a page, from one heading to the next. */
export interface GuideSection {
  /** the name of the page */
  page: string
  /** the title of the page */
  title: string
  /** the anchor of the heading; '' at the start of the page */
  id: string
  heading: string
  text: string
}

/** A section that a search found, with the words of it that did. */
export interface FoundSection extends GuideSection {
  words: string[]
}

/** Finds sections of the guide; the best come first. */
export type GuideSearch = (query: string) => FoundSection[]

/**
 * A search of `sections`: every word of the query has to be there, as a whole or as the beginning of a word, a long one
 * also with a letter wrong. https://lucaong.github.io/minisearch/
 */
export function guideSearch(sections: GuideSection[]): GuideSearch {
  const index = new MiniSearch<GuideSection & { at: number }>({
    idField: 'at',
    fields: ['heading', 'title', 'text'],
    processTerm: folded,
    searchOptions: {
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      boost: { heading: 4, title: 2 },
    },
  })
  index.addAll(sections.map((section, at) => ({ ...section, at })))
  return (query) =>
    index.search(query).flatMap(({ id, terms }) => {
      const section = sections[Number(id)]
      return section === undefined ? [] : [{ ...section, words: terms }]
    })
}
