/**
 * The references in a Markdown document, and its anchors.
 * @param {string} text
 * @returns {{ links: string[], code: string[], anchors: Set<string> }} links: addresses as written, including images';
 * code: what is
 *   formatted as code, one entry per line of a block; anchors: of its headings, as GitHub creates them
 */
export function readMarkdown(text) {
  const links = []
  const code = []
  const headings = []
  let fence
  for (const line of text.split('\n')) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined
    } else if (fence !== undefined) {
      code.push(line)
    } else {
      for (const [, span] of line.matchAll(/`([^`]+)`/g)) code.push(span)
      const prose = line.replace(/`[^`]+`/g, '')
      for (const [, target] of prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)) links.push(target)
      for (const [, target] of prose.matchAll(/^\s*\[[^\]]+\]:\s+<?([^\s>]+)/g)) links.push(target)
      const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1]
      if (heading !== undefined) headings.push(heading)
    }
  }
  const named = [...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, name]) => name)
  return { links, code, anchors: new Set([...anchorsOf(headings), ...named]) }
}

// https://github.com/Flet/github-slugger, whose outcome GitHub's pages show
function anchorsOf(headings) {
  const seen = new Map()
  return headings.map((heading) => {
    const plain = heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '')
    const slug = plain
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-')
    const times = seen.get(slug) ?? 0
    seen.set(slug, times + 1)
    return times === 0 ? slug : `${slug}-${times}`
  })
}
