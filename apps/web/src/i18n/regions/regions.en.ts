const sets = (count: number) => (count === 1 ? '1 set' : `${count} sets`)

/** Azure's groups of geographies. https://learn.microsoft.com/azure/reliability/regions-list */
const geographyGroups: Record<string, string> = {
  Africa: 'Africa',
  'Asia Pacific': 'Asia Pacific',
  Canada: 'Canada',
  Europe: 'Europe',
  Mexico: 'Mexico',
  'Middle East': 'Middle East',
  'South America': 'South America',
  UK: 'UK',
  US: 'US',
}

/** The texts of the picker of regions. */
export const regionsEn = {
  none: 'No matching regions',
  openList: (label: string) => `Open list: ${label}`,
  staging: 'Staging and early access regions',
  others: 'Other regions',
  groups: geographyGroups,
  setsReady: (ready: number) => `${sets(ready)} ready here`,
  setsReadyAndUnread: (ready: number, unread: number) => `${sets(ready)} ready here, ${unread} not checked`,
  setsUnread: (count: number) => `${sets(count)} here`,
  noneReady: 'No sets ready here',
  noSets: 'No sets here',
}

export type RegionsTexts = typeof regionsEn
