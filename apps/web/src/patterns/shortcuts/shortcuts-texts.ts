import { catalogue } from '../../i18n/catalogue.ts'

/** The keyboard shortcuts, and what each does. */
export const shortcutsEn = {
  title: 'Keyboard shortcuts',
  or: 'or',
  questionMark: 'Open this list with ?',
  /** read out for the grid */
  grid: 'For help, select Keyboard shortcuts.',
  readOnlyGrid:
    'The cells are read-only here because the draft is open in another tab. For help, select Keyboard shortcuts.',
  /** what is printed on the keys */
  keys: {
    Enter: 'Enter',
    Space: 'Space',
    Delete: 'Delete',
    Escape: 'Esc',
    Shift: 'Shift',
    Home: 'Home',
    End: 'End',
    PageUp: 'Page Up',
    PageDown: 'Page Down',
    Arrows: 'Arrow keys',
    LeftRight: 'Left or right arrow',
    Down: 'Down arrow',
    Letter: 'Any letter',
  },
  matrix: {
    title: 'Disk encryption set grid',
    move: 'Go to another cell',
    edge: 'Go to the first or last cell of the row or column',
    rowEnds: 'Go to the first or last cell of the row',
    corners: 'Go to the first or last cell of the grid',
    pages: 'Go eight rows up or down',
    open: 'Open the list of disk encryption sets',
    search: 'Search the sets by name',
    clear: 'Clear the cell',
    copyDown: 'Copy the set to the cells below',
    copyAcross: 'Copy the set to the cells on the right',
    undo: 'Undo',
    redo: 'Redo',
  },
  tabs: {
    title: 'Tabs',
    move: 'Go to another tab',
    ends: 'Go to the first or last tab',
    open: 'Open the tab',
  },
  proposals: {
    title: 'Proposals',
    apply: 'Apply the proposal',
    refuse: 'Dismiss the proposal',
  },
  tour: {
    title: 'Guided tour',
    card: 'Go to the card, and from there to what it’s about',
    leave: 'Leave the tour, on its card',
  },
  lists: {
    title: 'Lists',
    ends: 'Go to the start or end of the list',
    sort: 'Sort by the selected column heading, or reverse the order',
  },
  portal: {
    title: 'Portal',
    search: 'Search resources, pages, and actions',
    shortcuts: 'Show the keyboard shortcuts',
    next: 'Go to the next or previous field, button, or link',
    select: 'Select the button or link',
    close: 'Close a dialog, menu, or help',
  },
}

export type ShortcutTexts = typeof shortcutsEn

const shortcutsIt: ShortcutTexts = {
  title: 'Tasti di scelta rapida',
  or: 'o',
  questionMark: 'Apri questo elenco con il tasto ?',
  grid: 'Per i comandi da tastiera, selezionare Tasti di scelta rapida.',
  readOnlyGrid:
    'Le celle sono di sola lettura perché la bozza è aperta in un’altra scheda. Per i comandi da tastiera, selezionare Tasti di scelta rapida.',
  keys: {
    Enter: 'Invio',
    Space: 'Barra spaziatrice',
    Delete: 'Canc',
    Escape: 'Esc',
    Shift: 'Maiusc',
    Home: 'Home',
    End: 'Fine',
    PageUp: 'PgSu',
    PageDown: 'PgGiù',
    Arrows: 'Tasti di direzione',
    LeftRight: 'Freccia sinistra o destra',
    Down: 'Freccia giù',
    Letter: 'Qualsiasi lettera',
  },
  matrix: {
    title: 'Griglia dei set di crittografia del disco',
    move: 'Passa a un’altra cella',
    edge: 'Passa alla prima o all’ultima cella della riga o della colonna',
    rowEnds: 'Passa alla prima o all’ultima cella della riga',
    corners: 'Passa alla prima o all’ultima cella della griglia',
    pages: 'Sali o scendi di otto righe',
    open: 'Apri l’elenco dei set di crittografia del disco',
    search: 'Cerca i set per nome',
    clear: 'Svuota la cella',
    copyDown: 'Copia il set nelle celle sottostanti',
    copyAcross: 'Copia il set nelle celle a destra',
    undo: 'Annulla',
    redo: 'Ripeti',
  },
  tabs: {
    title: 'Schede',
    move: 'Passa a un’altra scheda',
    ends: 'Passa alla prima o all’ultima scheda',
    open: 'Apri la scheda',
  },
  proposals: {
    title: 'Proposte',
    apply: 'Applica la proposta',
    refuse: 'Ignora la proposta',
  },
  tour: {
    title: 'Tour guidato',
    card: 'Vai alla scheda del tour e da qui all’elemento di cui parla',
    leave: 'Esci dal tour (nella scheda)',
  },
  lists: {
    title: 'Elenchi',
    ends: 'Vai all’inizio o alla fine dell’elenco',
    sort: 'Ordina in base all’intestazione di colonna selezionata o inverti l’ordine',
  },
  portal: {
    title: 'Portale',
    search: 'Cerca risorse, pagine e azioni',
    shortcuts: 'Mostra i tasti di scelta rapida',
    next: 'Vai al campo, pulsante o collegamento successivo o precedente',
    select: 'Seleziona il pulsante o il collegamento',
    close: 'Chiudi una finestra di dialogo, un menu o la guida',
  },
}

/** The texts of the keyboard shortcuts, in the language shown. */
export const useShortcutTexts = catalogue({ en: shortcutsEn, it: shortcutsIt })
