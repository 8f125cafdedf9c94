import { catalogue } from '../../i18n/catalogue.ts'

/** The texts about saved states of the simulated Azure, in English. */
const savedWorldsEn = {
  title: 'Saved environments',
  openFile: 'Open file',
  name: 'Save this environment as',
  nameHint: 'You can return to it at any time. It stays in this browser.',
  nameMissing: 'Enter a name.',
  replaces: 'The saved environment with this name will be replaced.',
  save: 'Save',
  azureTime: (time: string) => `Time in Azure: ${time}`,
  open: 'Open',
  openNamed: (name: string) => `Open ${name}`,
  downloadNamed: (name: string) => `Download ${name}`,
  discard: 'Delete',
  discardNamed: (name: string) => `Delete ${name}`,
  cancel: 'Cancel',
  notStored: 'This browser blocks its storage, so environments can’t be saved here. You can still open files.',
  asking: {
    openTitle: (name: string) => `Open ${name}?`,
    openBody: 'Opening it replaces all changes and the time in your simulated Azure. Drafts are kept.',
    copyBody:
      'The copy replaces your simulated Azure, and you sign in as one of its people. It doesn’t know how fast Azure replicates, its capacity, quotas, deleted versions, deployments, earlier changes, and policies of your own.',
    discardTitle: (name: string) => `Delete ${name}?`,
    discardBody: 'The saved environment is removed from this browser. Your simulated Azure doesn’t change.',
  },
  opened: (name: string) => `Opened: ${name}`,
  openedBody: 'Resources, operations in progress, and the time are as they were when it was saved.',
  noWorld: {
    title: 'The file isn’t a saved environment',
    body: 'Nothing has changed. Choose a file that was downloaded here, or a copy for rehearsal.',
  },
  largeCopy: {
    title: 'The copy is too large for this demo environment',
    body: 'Nothing has changed. Open it on your machine with npm start -- --world, followed by the file name.',
  },
  copyRefused:
    'Nothing has changed. The copy is damaged, incomplete, or too large: open a large one with npm start -- --world.',
  refused: 'Nothing has changed. The file is damaged, from another demo, or larger than a demo environment can be.',
}

/** The texts about saved states of the simulated Azure, in Italian. */
const savedWorldsIt: typeof savedWorldsEn = {
  title: 'Ambienti salvati',
  openFile: 'Apri file',
  name: 'Salva questo ambiente con nome',
  nameHint: 'È possibile tornarci in qualsiasi momento. Resta in questo browser.',
  nameMissing: 'Immettere un nome.',
  replaces: 'L’ambiente salvato con questo nome verrà sostituito.',
  save: 'Salva',
  azureTime: (time) => `Ora in Azure: ${time}`,
  open: 'Apri',
  openNamed: (name) => `Apri ${name}`,
  downloadNamed: (name) => `Scarica ${name}`,
  discard: 'Elimina',
  discardNamed: (name) => `Elimina ${name}`,
  cancel: 'Annulla',
  notStored:
    'Il browser blocca l’archiviazione, quindi qui non è possibile salvare ambienti. È comunque possibile aprire file.',
  asking: {
    openTitle: (name) => `Aprire ${name}?`,
    openBody:
      'Sostituisce tutte le modifiche nell’ambiente Azure simulato e la relativa ora. Le bozze vengono mantenute.',
    copyBody:
      'La copia sostituisce l’ambiente Azure simulato e si accede come una delle sue persone. La copia non conosce la velocità di replica, la capacità, le quote, le versioni eliminate, le distribuzioni, le modifiche precedenti e i criteri personalizzati.',
    discardTitle: (name) => `Eliminare ${name}?`,
    discardBody: 'L’ambiente salvato viene rimosso da questo browser. L’ambiente Azure simulato non cambia.',
  },
  opened: (name) => `Ambiente aperto: ${name}`,
  openedBody: 'Le risorse, le operazioni in corso e l’ora sono quelle del momento del salvataggio.',
  noWorld: {
    title: 'Il file non è un ambiente salvato',
    body: 'Non è cambiato nulla. Scegliere un file scaricato da qui o una copia per esercitazione.',
  },
  largeCopy: {
    title: 'La copia è troppo grande per questo ambiente demo',
    body: 'Non è cambiato nulla. Aprirla nel proprio computer con npm start -- --world seguito dal nome del file.',
  },
  copyRefused:
    'Non è cambiato nulla. La copia è danneggiata, incompleta o troppo grande: aprire una copia grande con npm start -- --world.',
  refused: 'Non è cambiato nulla. Il file è danneggiato, proviene da un’altra demo o supera le dimensioni consentite.',
}

/** The texts about saved states of the simulated Azure in the language shown. */
export const useSavedWorldTexts = catalogue({ en: savedWorldsEn, it: savedWorldsIt })
