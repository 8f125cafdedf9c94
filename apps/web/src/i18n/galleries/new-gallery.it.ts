import type { NewGalleryTexts } from './new-gallery.en.ts'

export const newGalleryIt: NewGalleryTexts = {
  createGallery: 'Crea raccolta',
  createDefinition: 'Crea definizione dell’immagine',
  create: 'Crea',
  cancel: 'Annulla',
  close: 'Chiudi',
  choose: 'Scegli',
  creating: 'Creazione in corso',
  galleryIntro:
    'Una raccolta contiene definizioni dell’immagine. Le immagini crittografate con chiavi proprie richiedono una raccolta privata, come è ogni raccolta nuova.',
  definitionIntro:
    'Una definizione dell’immagine indica di che tipo sono le sue versioni. Nulla di tutto ciò può essere modificato in seguito.',
  name: 'Nome',
  nameHint: 'Lettere, cifre, punti e caratteri di sottolineatura; univoco nella sottoscrizione',
  definitionNameHint: 'Lettere, cifre, punti, trattini e caratteri di sottolineatura',
  description: 'Descrizione',
  securityHint: 'Deve essere adatto all’origine delle versioni. Tutti tranne Standard richiedono la generazione 2.',
  identifierHint: 'Editore, offerta e SKU insieme sono univoci nella raccolta.',
  issues: {
    SubscriptionRequired: 'Scegliere una sottoscrizione.',
    ResourceGroupRequired: 'Scegliere un gruppo di risorse.',
    GalleryNameRequired: 'Immettere un nome.',
    GalleryNameInvalid:
      'Usare fino a 80 lettere, cifre, punti e caratteri di sottolineatura, con una lettera o una cifra all’inizio e alla fine.',
    GalleryNameTaken: 'La sottoscrizione contiene già una raccolta con questo nome. Immetterne un altro.',
    GalleryLocationRequired: 'Scegliere un’area.',
    DescriptionTooLong: 'Usare al massimo 1.024 caratteri.',
    DefinitionNameRequired: 'Immettere un nome.',
    DefinitionNameInvalid:
      'Usare fino a 80 lettere, cifre, punti, trattini e caratteri di sottolineatura, con una lettera o una cifra all’inizio e alla fine.',
    DefinitionNameTaken: 'La raccolta contiene già una definizione dell’immagine con questo nome. Immetterne un altro.',
    GenerationTwoRequired: 'Questo tipo di sicurezza richiede la generazione 2.',
    IdentifierRequired: 'Immettere un valore.',
    IdentifierInvalid:
      'Usare fino a 128 lettere, cifre, punti, trattini e caratteri di sottolineatura, senza punto alla fine.',
    IdentifierTaken:
      'Una definizione dell’immagine di questa raccolta ha lo stesso editore, offerta e SKU. Modificarne uno.',
  },
}
