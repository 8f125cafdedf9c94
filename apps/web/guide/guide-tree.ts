import { posix } from 'node:path'
import GithubSlugger from 'github-slugger'
import { toString } from 'hast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import { guideLink, guidePlace, type GuidePlace } from './guide-place.ts'

type Node = Parameters<typeof toString>[0]
type Root = Extract<Node, { type: 'root' }>
type Element = Extract<Node, { type: 'element' }>

interface GuideHeading {
  /** 2 for `##` */
  level: number
  /** its anchor, as GitHub makes it, so that links hold there too */
  id: string
  text: string
}

/** What is below one heading, for the search. */
export interface GuideSection {
  /** of the heading; '' for what comes before the first one */
  id: string
  heading: string
  text: string
}

/** What a page of the guide holds beside its text. */
export interface GuideOutline {
  title: string
  headings: GuideHeading[]
  sections: GuideSection[]
  /** as the page refers to them, each once */
  pictures: string[]
}

/**
 * A rehype plugin that makes a page of the portal from one of the repository: removes the title and the link to other
 * languages, gives headings their anchors and links their addresses in the portal, unwraps links to what is not in the
 * portal, and pictures that are a paragraph of their own. What it finds goes to `outline`.
 */
export function guideTree({ place, outline }: { place: GuidePlace; outline: GuideOutline }) {
  return (tree: Root): void => {
    takeTitle(tree, outline)
    dropOtherLanguages(tree, place)
    unwrapPictures(tree)
    nameHeadings(tree, outline)
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'img') notePicture(node, outline)
      if (node.tagName !== 'a' || parent === undefined || index === undefined) return undefined
      const href = guideLink(place, String(node.properties['href']))
      if (href !== undefined) {
        node.properties['href'] = href
        return undefined
      }
      parent.children.splice(index, 1, ...node.children)
      return [SKIP, index]
    })
    outline.sections = sectionsOf(tree, outline)
  }
}

const isElement = (node: Root['children'][number]): node is Element => node.type === 'element'

function takeTitle(tree: Root, outline: GuideOutline): void {
  const title = tree.children.filter(isElement).find(({ tagName }) => tagName === 'h1')
  if (title === undefined) throw new Error('A page of the guide has a title')
  outline.title = toString(title)
  tree.children = tree.children.filter((node) => node !== title)
}

/** The paragraph that leads to the same page in another language: the portal has a menu for that. */
function dropOtherLanguages(tree: Root, { folder, name }: GuidePlace): void {
  const leadsAway = ({ tagName, properties }: Element): boolean => {
    const other = tagName === 'a' ? guidePlace(posix.join(folder, String(properties['href']))) : undefined
    return other?.name === name && other.folder !== folder
  }
  tree.children = tree.children.filter(
    (node) =>
      !isElement(node) ||
      node.tagName !== 'p' ||
      !node.children.some((each) => each.type === 'element' && leadsAway(each)),
  )
}

function unwrapPictures(tree: Root): void {
  tree.children = tree.children.flatMap((node) => {
    if (!isElement(node) || node.tagName !== 'p') return [node]
    const only = node.children.length === 1 ? node.children[0] : undefined
    return only?.type === 'element' && only.tagName === 'img' ? [only] : [node]
  })
}

function nameHeadings(tree: Root, outline: GuideOutline): void {
  const slugger = new GithubSlugger()
  slugger.slug(outline.title)
  visit(tree, 'element', (node) => {
    const level = Number(/^h([2-6])$/.exec(node.tagName)?.[1])
    if (Number.isNaN(level)) return
    const text = toString(node)
    const id = slugger.slug(text)
    node.properties['id'] = id
    outline.headings.push({ level, id, text })
  })
}

function notePicture(node: Element, { pictures }: GuideOutline): void {
  const source = String(node.properties['src'])
  if (!pictures.includes(source)) pictures.push(source)
}

function sectionsOf(tree: Root, { title }: GuideOutline): GuideSection[] {
  const sections: GuideSection[] = [{ id: '', heading: title, text: '' }]
  for (const node of tree.children) {
    if (!isElement(node)) continue
    if (/^h[2-6]$/.test(node.tagName)) {
      sections.push({ id: String(node.properties['id']), heading: toString(node), text: '' })
      continue
    }
    const last = sections.at(-1)
    if (last) last.text = `${last.text} ${textOf(node)}`.trim()
  }
  return sections
}

/** The words of an element, with the space between blocks that `toString` leaves out, and what pictures show. */
function textOf(node: Element): string {
  const words: string[] = []
  visit(node, (each) => {
    if (each.type === 'text') words.push(each.value)
    if (each.type === 'element' && each.tagName === 'img') words.push(` ${String(each.properties['alt'])} `)
    if (each.type === 'element' && /^(p|li|td|th|tr|br)$/.test(each.tagName)) words.push(' ')
  })
  return words.join('').replace(/\s+/g, ' ').trim()
}
