import type { DiskListTexts } from './disk-list.en.ts'

/** The Italian texts of the list of disks. */
export const diskListIt: DiskListTexts = {
  title: 'Dischi da versioni dell’immagine',
  subtitle: 'Dischi creati da versioni dell’immagine e relativa crittografia',
  none: 'Nessun disco da versioni dell’immagine da visualizzare',
  noneAdvice:
    'Sono elencati solo i dischi che si è autorizzati a visualizzare. Scegliere un’altra sottoscrizione o rimuovere i filtri.',
  set: 'Set di crittografia del disco',
  machine: 'Macchina virtuale',
  version: 'Versione dell’immagine',
  created: 'Data di creazione',
}
