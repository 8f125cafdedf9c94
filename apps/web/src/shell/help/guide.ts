import type { ComponentType, ReactNode } from 'react'
import { languages, type Language } from '../../i18n/language.ts'

// The pages of docs/guide, as apps/web/guide/guide-plugin.ts makes them at build time. An Italian page lies in it/
// under the name of the English one, with the same headings in its own words: a test holds that.

export interface GuideHeading {
  level: number
  /** its anchor */
  id: string
  text: string
}

export interface GuidePicture {
  light: string
  dark: string
  width: number
  height: number
}

/** What an element of a page brings along. */
export interface GuideAttributes {
  children?: ReactNode
  href?: string
  src?: string
  alt?: string
}

/** What a page is made of where the browser's own element is not enough, by its name in HTML. */
export type GuideComponents = Record<'a' | 'img' | 'table' | 'pre', ComponentType<GuideAttributes>>

/** A page of the guide, of a bundle of its own. */
export interface GuidePage {
  default: ComponentType<{ components: GuideComponents }>
  headings: GuideHeading[]
  /** by what the page calls them */
  pictures: Record<string, GuidePicture>
}

const titles = import.meta.glob<string>('../../../../../docs/guide/**/*.md', {
  query: '?title',
  import: 'default',
  eager: true,
})
const loaders = import.meta.glob<GuidePage>('../../../../../docs/guide/**/*.md')

const folders: Record<Language, string> = {
  en: '../../../../../docs/guide',
  it: '../../../../../docs/guide/it',
}

/** The first page, whose address has no name. */
export const firstPage = 'README'

// As somebody comes by them; what is not named here comes after.
const order = [
  firstPage,
  'sign-in',
  'create-a-version',
  'encrypt-disks',
  'concepts',
  'check-my-access',
  'give-a-team-access',
  'disk-encryption-sets',
  'browse',
  'galleries',
  'update-a-version',
  'life-of-an-image',
  'protect-a-version',
  'create-a-virtual-machine',
  'estate',
  'key-impact',
  'encrypt-versions',
  'recycle-bin',
  'code-out',
  'pipeline',
  'code-in',
  'call-the-api',
  'give-a-demo',
  'present-a-demo',
]

const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length)

/** The names of the guide's pages, in their order. */
export const guidePages: string[] = Object.keys(titles)
  .flatMap((path) => /^(?:\.\.\/)+docs\/guide\/([\w-]+)\.md$/.exec(path)?.[1] ?? [])
  .toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b))

const pathOf = (language: Language, name: string): string => `${folders[language]}/${name}.md`

/** The title of a page of the guide. */
export function titleOf(language: Language, name: string): string {
  return titles[pathOf(language, name)] ?? ''
}

const loaded = new Map<string, GuidePage>()

/** A page whose code is there already. */
export function loadedPage(language: Language, name: string): GuidePage | undefined {
  return loaded.get(pathOf(language, name))
}

/** Loads the code of a page; undefined where the guide has no such page. */
export async function loadPage(language: Language, name: string): Promise<GuidePage | undefined> {
  const path = pathOf(language, name)
  const page = await loaders[path]?.()
  if (page !== undefined) loaded.set(path, page)
  return page
}

/**
 * The anchor of a heading in the page of `language`, by the one that it has there or in another language: an address
 * that somebody sends leads to the same section for who reads another language. undefined: no page has such a heading.
 */
export async function anchorIn(language: Language, name: string, anchor: string): Promise<string | undefined> {
  const page = await loadPage(language, name)
  if (page?.headings.some(({ id }) => id === anchor)) return anchor
  for (const other of languages) {
    const { headings } = (await loadPage(other, name)) ?? { headings: [] }
    const at = headings.findIndex(({ id }) => id === anchor)
    if (at !== -1) return page?.headings[at]?.id
  }
  return undefined
}
