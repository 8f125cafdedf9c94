import type { SavedWorldTexts } from './saved-worlds.en.ts'

/** The texts about saved states of the simulated Azure, in Italian. */
export const savedWorldsIt: SavedWorldTexts = {
  title: 'Ambienti salvati',
  subtitle: 'Salvare lo stato dell’ambiente Azure simulato e tornarvi in qualsiasi momento',
  openFile: 'Apri file',
  name: 'Nome',
  nameHint: 'Ad esempio, Prima della disabilitazione della chiave',
  nameMissing: 'Immettere un nome.',
  replaces: 'L’ambiente salvato con questo nome verrà sostituito.',
  save: 'Salva',
  savedAt: 'Salvato',
  azureTime: 'Ora in Azure',
  actions: 'Azioni',
  open: 'Apri',
  openNamed: (name) => `Apri ${name}`,
  download: 'Scarica',
  downloadNamed: (name) => `Scarica ${name}`,
  discard: 'Elimina',
  discardNamed: (name) => `Elimina ${name}`,
  cancel: 'Annulla',
  none: {
    title: 'Nessun ambiente salvato',
    advice: 'Gli ambienti salvati restano in questo browser. Per usarne uno altrove, scaricarlo come file.',
  },
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
    body: 'Non è cambiato nulla. Scegliere un file scaricato da questa pagina.',
  },
  refused:
    'Non è cambiato nulla. Il file è stato modificato, proviene da un’altra demo o supera le dimensioni consentite.',
}
