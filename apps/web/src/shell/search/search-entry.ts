import type { SearchTexts } from './search-texts.ts'

/** A kind of result, in the order in which the groups are listed: what is known here before what Azure answers. */
export const searchGroups = [
  'recent',
  'page',
  'action',
  'scenario',
  'newVersion',
  'gallery',
  'imageDefinition',
  'imageVersion',
  'diskEncryptionSet',
  'key',
  'keyVault',
  'virtualMachine',
] as const satisfies (keyof SearchTexts['groups'])[]
export type SearchGroupName = (typeof searchGroups)[number]

/** One result: a link, or something to do. */
export interface SearchEntry {
  /** unique in the list: the address, or the name of the action */
  key: string
  /** what its icon shows */
  kind: SearchGroupName
  title: string
  /** where it is, such as the gallery of a definition */
  detail?: string | undefined
  /** other words by which it is found, which are not shown */
  aliases?: string
  /** of an image version */
  isRevoked?: boolean
  href?: string
  /** of the navigation to it */
  state?: unknown
  run?: () => void
  /** it can't be done: its detail says why */
  isDisabled?: boolean
}

/** Results of one kind, with a link to all of them where a list shows them. */
export interface SearchGroup {
  name: SearchGroupName
  entries: SearchEntry[]
  /** how many more there are, where no list shows them */
  notShown?: number
}
