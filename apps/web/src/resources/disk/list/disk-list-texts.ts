import { catalogue } from '../../../i18n/catalogue.ts'

/** The English texts of the list of disks. */
const diskListEn = {
  title: 'Disks from image versions',
  none: 'No disks from image versions to display',
  noneAdvice:
    'Only disks that you have permission to view appear here. Choose another subscription, or remove filters.',
  set: 'Disk encryption set',
  machine: 'Virtual machine',
  version: 'Image version',
  created: 'Created',
}

/** The Italian texts of the list of disks. */
const diskListIt: typeof diskListEn = {
  title: 'Dischi da versioni dell’immagine',
  none: 'Nessun disco da versioni dell’immagine da visualizzare',
  noneAdvice:
    'Sono elencati solo i dischi che si è autorizzati a visualizzare. Scegliere un’altra sottoscrizione o rimuovere i filtri.',
  set: 'Set di crittografia del disco',
  machine: 'Macchina virtuale',
  version: 'Versione dell’immagine',
  created: 'Data di creazione',
}

/** The texts of the list of disks, in the language shown. */
export const useDiskListTexts = catalogue({ en: diskListEn, it: diskListIt })
