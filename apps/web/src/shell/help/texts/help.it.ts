import type { HelpTexts } from './help.en.ts'

/** The texts around the guide, in Italian. */
export const helpIt: HelpTexts = {
  guide: 'Guida',
  pages: 'Pagine della guida',
  onThisPage: 'In questa pagina',
  search: 'Cerca nella guida',
  clearSearch: 'Cancella ricerca',
  results: 'Risultati della ricerca',
  found: (count) => `Risultati: ${count}`,
  nothingFound: 'Nessun risultato. Controllare l’ortografia o usare meno parole.',
  loading: 'Caricamento della guida',
  previous: 'Precedente',
  next: 'Successiva',
  turnPages: 'Pagina precedente e successiva',
  print: 'Stampa pagina',
  enlarge: (picture) => `Ingrandisci immagine: ${picture}`,
  close: 'Chiudi',
  code: 'Codice',
  copy: 'Copia codice',
  table: 'Tabella, scorrevole',
  notFound: 'Pagina non trovata',
  notFoundAdvice:
    'Nessuna pagina della guida corrisponde a questo indirizzo. Selezionare una pagina dall’elenco o usare la ricerca.',
}
