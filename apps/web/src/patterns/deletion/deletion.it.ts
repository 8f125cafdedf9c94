import { roleIt } from '../../i18n/role-request.ts'
import type { DeletionTexts } from './deletion.en.ts'

const children = {
  gallery: 'La raccolta contiene definizioni dell’immagine',
  definition: 'La definizione dell’immagine contiene versioni dell’immagine',
  version: '',
}

export const deletionIt: DeletionTexts = {
  delete: 'Elimina',
  titles: {
    gallery: (name) => `Elimina la raccolta ${name}`,
    definition: (name) => `Elimina la definizione dell’immagine ${name}`,
    version: (name) => `Elimina la versione dell’immagine ${name}`,
  },
  whatGoes: {
    gallery: 'La raccolta è vuota e verrà eliminata definitivamente.',
    definition:
      'La definizione dell’immagine verrà eliminata definitivamente. Editore, offerta e SKU potranno essere riutilizzati.',
    version:
      'La versione verrà eliminata definitivamente da tutte le aree. Le VM esistenti restano, ma nuove VM e istanze di set di scalabilità non potranno usarla.',
  },
  toRecycleBin: (until) =>
    `La versione è ripristinabile dal cestino della definizione dell’immagine fino a: ${until}. Le nuove VM non la usano come versione più recente.`,
  toRecycleBinForNow:
    'È possibile ripristinare la versione per un periodo limitato. Il termine è indicato nel cestino della definizione dell’immagine.',
  notYet: 'Eliminazione non ancora possibile',
  guards: {
    UnderWay: () => 'È in corso un’altra operazione. Attendere il completamento.',
    NestedResources: (kind, names) => `${children[kind]}: ${names}. Eliminarle prima di procedere.`,
    DeletedVersions: (_, names) =>
      `Versioni eliminate nel cestino: ${names}. Ripristinarle, eliminarle definitivamente o disattivare l’eliminazione temporanea della raccolta.`,
    FailedUnderSoftDelete: () =>
      'Le versioni non riuscite non si possono eliminare con l’eliminazione temporanea attivata. Disattivarla per la raccolta e riattivarla dopo l’eliminazione.',
    BeforeEndOfLife: (_, __, date) =>
      `Versione protetta dall’eliminazione fino alla fine del ciclo di vita: ${date}. Disattivare “Blocca l’eliminazione prima della fine del ciclo di vita” o attendere tale data.`,
    Locked: (_, names) => `Blocco su: ${names}. Rimuovere il blocco o chiederlo a un proprietario.`,
    ReplicatedLocationsLocked: () =>
      'L’eliminazione delle aree replicate è bloccata e il blocco potrebbe valere anche per l’intera versione. Se Azure rifiuta l’eliminazione, rimuovere prima il blocco.',
  },
  andMore: 'altre',
  forbidden: (action) =>
    `Non si dispone dell’autorizzazione per questa eliminazione. Chiedere a un proprietario della sottoscrizione un ruolo che includa ${action}, ad esempio ${roleIt(action)}.`,
}
