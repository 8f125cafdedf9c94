import type { SavedWorldTexts } from './saved-worlds.en.ts'

/** The texts about saved states of the simulated Azure, in Italian. */
export const savedWorldsIt: SavedWorldTexts = {
  title: 'Ambienti salvati',
  openFile: 'Apri file',
  name: 'Salva questo ambiente con nome',
  nameHint: 'Per tornarvi in qualsiasi momento. Resta in questo browser.',
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
  notKept:
    'Il browser blocca l’archiviazione, quindi qui non è possibile salvare ambienti. È comunque possibile aprire file.',
  asking: {
    openTitle: (name) => `Aprire ${name}?`,
    openBody:
      'Sostituisce tutte le modifiche nell’ambiente Azure simulato e la relativa ora. Le bozze vengono mantenute.',
    discardTitle: (name) => `Eliminare ${name}?`,
    discardBody: 'L’ambiente salvato viene rimosso da questo browser. L’ambiente Azure simulato non cambia.',
  },
  opened: (name) => `Ambiente aperto: ${name}`,
  openedBody: 'Le risorse, le operazioni in corso e l’ora sono quelle del momento del salvataggio.',
  noWorld: {
    title: 'Il file non è un ambiente salvato',
    body: 'Non è cambiato nulla. Scegliere un file scaricato da qui.',
  },
  refused: 'Non è cambiato nulla. Il file è danneggiato, proviene da un’altra demo o supera le dimensioni consentite.',
}
