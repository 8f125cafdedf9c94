import GithubSlugger from 'github-slugger'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

/**
 * The references in a Markdown document, and its anchors.
 * @param {string} text
 * @returns {{ links: string[], named: { text: string, link: string }[], code: string[], anchors: Set<string> }} links:
 *   addresses, including images'; named: those with a text of their own; code: what is formatted as code, one entry per
 *   line; anchors: of its headings, as GitHub creates them
 */
export function readMarkdown(text) {
  const slugger = new GithubSlugger()
  const links = []
  const named = []
  const code = []
  const anchors = new Set()
  visit(fromMarkdown(text), (node) => {
    if ('url' in node) links.push(node.url)
    if (node.type === 'link') named.push({ text: toString(node), link: node.url })
    if (node.type === 'code' || node.type === 'inlineCode') code.push(...node.value.split('\n'))
    if (node.type === 'heading') anchors.add(slugger.slug(toString(node)))
    if (node.type === 'html') {
      for (const [, name] of node.value.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(name)
      for (const [, link] of node.value.matchAll(/ (?:src|href)="([^"]+)"/g)) links.push(link)
    }
  })
  return { links, named, code, anchors }
}
