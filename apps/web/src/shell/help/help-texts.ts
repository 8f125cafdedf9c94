import { catalogue } from '../../i18n/catalogue.ts'

/** The texts around the guide. */
const helpEn = {
  guide: 'Guide',
  pages: 'Guide pages',
  onThisPage: 'On this page',
  search: 'Search the guide',
  clearSearch: 'Clear search',
  results: 'Search results',
  found: (count: string) => `Results: ${count}`,
  nothingFound: 'No results. Check the spelling, or use fewer words.',
  previous: 'Previous',
  next: 'Next',
  turnPages: 'Previous and next page',
  print: 'Print page',
  enlarge: (picture: string) => `Enlarge picture: ${picture}`,
  code: 'Code',
  copy: 'Copy code',
  table: 'Table, scrollable',
  notFound: 'Page not found',
  notFoundAdvice: 'The guide has no page at this address. Select one from the list, or search.',
}

/** The texts around the guide, in Italian. */
const helpIt: typeof helpEn = {
  guide: 'Guida',
  pages: 'Pagine della guida',
  onThisPage: 'In questa pagina',
  search: 'Cerca nella guida',
  clearSearch: 'Cancella ricerca',
  results: 'Risultati della ricerca',
  found: (count) => `Risultati: ${count}`,
  nothingFound: 'Nessun risultato. Controllare l’ortografia o usare meno parole.',
  previous: 'Precedente',
  next: 'Successiva',
  turnPages: 'Pagina precedente e successiva',
  print: 'Stampa pagina',
  enlarge: (picture) => `Ingrandisci immagine: ${picture}`,
  code: 'Codice',
  copy: 'Copia codice',
  table: 'Tabella, scorrevole',
  notFound: 'Pagina non trovata',
  notFoundAdvice:
    'Nessuna pagina della guida corrisponde a questo indirizzo. Selezionare una pagina dall’elenco o usare la ricerca.',
}

export const useHelpTexts = catalogue({ en: helpEn, it: helpIt })
