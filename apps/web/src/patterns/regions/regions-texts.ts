import { catalogue } from '../../i18n/catalogue.ts'

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
  withSets: 'With your sets',
  others: 'Other regions',
  groups: geographyGroups,
  /** '' for none */
  sets: (count: number) => (count === 0 ? '' : `${sets(count)} here`),
}

export type RegionsTexts = typeof regionsEn

const setsIt = (count: number) => (count === 1 ? '1 set' : `${count} set`)

export const regionsIt: RegionsTexts = {
  none: 'Nessuna area corrispondente',
  openList: (label) => `Apri elenco: ${label}`,
  staging: 'Aree di staging e ad accesso anticipato',
  withSets: 'Con i propri set',
  others: 'Altre aree',
  groups: {
    Africa: 'Africa',
    'Asia Pacific': 'Asia Pacifico',
    Canada: 'Canada',
    Europe: 'Europa',
    Mexico: 'Messico',
    'Middle East': 'Medio Oriente',
    'South America': 'America del Sud',
    UK: 'Regno Unito',
    US: 'Stati Uniti',
  },
  sets: (count) => (count === 0 ? '' : `${setsIt(count)} qui`),
}

/** The texts of the picker of regions, in the language shown. */
export const useRegionsTexts = catalogue({ en: regionsEn, it: regionsIt })
