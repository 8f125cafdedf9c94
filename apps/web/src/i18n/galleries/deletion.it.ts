import type { DeletionTexts } from './deletion.en.ts'

const children = {
  gallery: 'Contiene ancora definizioni dell’immagine',
  definition: 'Contiene ancora versioni dell’immagine',
  version: '',
}

export const deletionIt: DeletionTexts = {
  delete: 'Elimina',
  cancel: 'Annulla',
  close: 'Chiudi',
  titles: {
    gallery: (name) => `Elimina la raccolta ${name}`,
    definition: (name) => `Elimina la definizione dell’immagine ${name}`,
    version: (name) => `Elimina la versione dell’immagine ${name}`,
  },
  whatGoes: {
    gallery: 'La raccolta viene eliminata in modo definitivo. Null’altro viene eliminato: è vuota.',
    definition:
      'La definizione dell’immagine viene eliminata in modo definitivo. Editore, offerta e SKU potranno essere riutilizzati.',
    version:
      'L’immagine viene eliminata da tutte le aree di destinazione e non può essere ripristinata. Le macchine virtuali già create restano; quelle nuove, e i set di scalabilità che crescono, non potranno più usarla.',
  },
  toRecycleBin: (until) =>
    `Annullabile fino a: ${until}. La versione resta nel cestino della definizione dell’immagine; le nuove VM non la usano più come versione più recente.`,
  toRecycleBinForNow:
    'L’operazione può essere annullata per un periodo: la versione resta nel cestino della definizione dell’immagine, che ne indica il termine.',
  typeName: (name) => `Digitare ${name} per confermare`,
  nameDiffers: (name) => `Il nome non corrisponde. Digitare ${name}.`,
  notYet: 'Azure ora rifiuterebbe l’operazione',
  guards: {
    UnderWay: () => 'Azure sta ancora elaborando la risorsa. Attendere il termine.',
    NestedResources: (kind, names) => `${children[kind]}: ${names}. Eliminare prima queste.`,
    DeletedVersions: (_, names) =>
      `Il cestino contiene versioni eliminate: ${names}. Ripristinarle, eliminarle definitivamente o disattivare l’eliminazione temporanea della raccolta.`,
    FailedUnderSoftDelete: () =>
      'Azure non elimina una versione non riuscita con l’eliminazione temporanea attivata. Disattivarla per la raccolta, eliminare la versione e riattivarla.',
    BeforeEndOfLife: (_, __, date) =>
      `È protetta dall’eliminazione fino alla fine del ciclo di vita, ${date}. Disattivare prima “Blocca l’eliminazione prima della fine del ciclo di vita” oppure attendere quel giorno.`,
    ReplicatedLocationsLocked: () =>
      'L’eliminazione da singole aree è bloccata. La documentazione di Azure non dice se il blocco valga anche per l’intera versione; se Azure rifiuta, rimuovere prima il blocco.',
  },
  andMore: 'altre',
  forbidden: (action, scope) =>
    `I ruoli dell’utente non includono ${action} per ${scope}. Chiedere a un proprietario della sottoscrizione un ruolo che lo includa, come Compute Gallery Artifacts Publisher per versioni e definizioni, oppure Collaboratore.`,
}
