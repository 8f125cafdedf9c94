import { posix } from 'node:path'

/** A page of the guide: `README` is the first one. */
export interface GuidePlace {
  /** the folder of the page below the repository, such as `docs/guide/it` */
  folder: string
  /** without its ending, such as `browse` */
  name: string
}

/** Which page of the guide lies at `path`, relative to the repository, with slashes; undefined: none. */
export function guidePlace(path: string): GuidePlace | undefined {
  const place = /^(?<folder>docs\/guide(?:\/[a-z]{2})?)\/(?<name>[\w-]+)\.md$/.exec(path)?.groups
  return place && { folder: place['folder'] ?? '', name: place['name'] ?? '' }
}

/** Where the portal shows a page of the guide, in whichever language: the address has none. */
function guideAddress(name: string): string {
  return name === 'README' ? '/help' : `/help/${name}`
}

/**
 * Where a link of a page leads in the portal: to another page of the guide, a heading of this one, or out by https.
 * undefined: nowhere, since other documents of the repository are not in the portal.
 */
export function guideLink({ folder, name }: GuidePlace, href: string): string | undefined {
  if (href.startsWith('https:')) return href
  if (/^[a-z][a-z+.-]*:/i.test(href)) return undefined
  const at = href.indexOf('#')
  const [target, hash] = at === -1 ? [href, ''] : [href.slice(0, at), href.slice(at)]
  const other = target === '' ? { folder, name } : guidePlace(posix.normalize(posix.join(folder, target)))
  // The same page in another language has the same address: the portal shows the one of the reader.
  if (other?.folder !== folder) return undefined
  return other.name === name && hash !== '' ? hash : `${guideAddress(other.name)}${hash}`
}
