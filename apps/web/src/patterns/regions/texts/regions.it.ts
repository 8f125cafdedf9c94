import type { RegionsTexts } from './regions.en.ts'

const sets = (count: number) => (count === 1 ? '1 set' : `${count} set`)

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
  sets: (count) => (count === 0 ? '' : `${sets(count)} qui`),
}
