import { paths } from '../../paths.ts'

// The target of each, and the pages that belong to it, besides those whose address is below its own.
const all = [
  { key: 'home', path: paths.home, below: [] },
  {
    key: 'imageVersions',
    path: paths.imageVersions,
    below: [paths.imageVersion, paths.gallery, paths.imageDefinition],
  },
  {
    key: 'diskEncryptionSets',
    path: paths.diskEncryptionSets,
    below: [paths.diskEncryptionSet],
  },
  {
    key: 'estate',
    path: paths.estate,
    below: [paths.virtualMachine],
  },
  { key: 'help', path: paths.help, below: [paths.access] },
] as const

export type SectionKey = (typeof all)[number]['key']

export interface Section {
  key: SectionKey
  path: string
  /** `page` if the page at hand is the section's own, `true` if it is below it, otherwise undefined */
  current: 'page' | 'true' | undefined
}

/** The portal's main pages in the order of the navigation, seen from the page at `here`. */
export function sectionsSeenFrom(here: string): Section[] {
  return all.map(({ key, path, below }) => {
    const isWithin = below.some((page) => page === here) || here.startsWith(`${path}/`)
    return { key, path, current: path === here ? 'page' : isWithin ? 'true' : undefined }
  })
}
