import type { NewGalleryTexts } from './new-gallery.en.ts'

export const newGalleryIt: NewGalleryTexts = {
  createGallery: 'Crea raccolta',
  createDefinition: 'Crea definizione dell’immagine',
  create: 'Crea',
  choose: 'Scegli',
  galleryIntro:
    'Una raccolta contiene definizioni dell’immagine. Le nuove raccolte sono private, come richiesto per la crittografia con le proprie chiavi.',
  definitionIntro:
    'Una definizione dell’immagine descrive le relative versioni. In seguito si possono modificare solo i controller del disco.',
  name: 'Nome',
  nameHint: 'Lettere, cifre, punti e caratteri di sottolineatura. Deve essere univoco nella sottoscrizione.',
  definitionNameHint: 'Lettere, cifre, punti, trattini e caratteri di sottolineatura',
  description: 'Descrizione',
  securityHint:
    'Deve corrispondere all’origine delle versioni. Tutti i tipi tranne Standard richiedono la generazione 2.',
  proposedFrom: {
    ManagedImage: (name: string) => `Dall’immagine gestita ${name}.`,
    Disk: (name: string) => `Dal disco ${name}.`,
    Snapshot: (name: string) => `Dallo snapshot ${name}.`,
    VirtualMachine: (name: string) => `Dalla macchina virtuale ${name}.`,
    ImageVersion: (name: string) => `Dalla versione dell’immagine ${name}.`,
    ImageDefinition: (name: string) => `Dalla definizione dell’immagine ${name}.`,
  },
  moreCapabilities: 'Controller del disco, rete, ibernazione e piano di acquisto',
  diskControllersHint: 'Molte dimensioni di macchina virtuale dalla serie v6 in poi richiedono NVMe.',
  plan: {
    publisher: 'Editore del piano di acquisto',
    product: 'Prodotto del piano di acquisto',
    name: 'Nome del piano di acquisto',
  },
  planHint:
    'Solo per immagini di Azure Marketplace. Le macchine virtuali hanno questo piano di acquisto, le cui condizioni vanno accettate nella loro sottoscrizione.',
  controllers: {
    change: 'Cambia controller del disco',
    intro:
      'La modifica si applica alle versioni a partire da quella immessa. Scegliere NVMe solo se il sistema operativo di queste versioni lo supporta.',
    startsAt: 'Dalla versione',
    startsAtHint: 'Immettere il numero successivo per lasciare invariate le versioni esistenti.',
    request: 'Richiesta ad Azure',
    copy: 'Copia richiesta',
    save: 'Salva',
    issues: {
      ControllersUnchanged: 'La definizione dell’immagine ha già questi controller del disco. Scegliere un altro tipo.',
      StartVersionInvalid: 'Immettere un numero di versione, ad esempio 2.0.0.',
    },
  },
  identifierHint: 'La combinazione di editore, offerta e SKU deve essere univoca nella raccolta.',
  issues: {
    SubscriptionRequired: 'Scegliere una sottoscrizione.',
    ResourceGroupRequired: 'Scegliere un gruppo di risorse.',
    GalleryNameRequired: 'Immettere un nome.',
    GalleryNameInvalid:
      'Usare al massimo 80 lettere, cifre, punti e caratteri di sottolineatura. Iniziare e terminare con una lettera o una cifra.',
    GalleryNameTaken: 'La sottoscrizione contiene già una raccolta con questo nome. Immetterne un altro.',
    GalleryLocationRequired: 'Scegliere un’area.',
    DescriptionTooLong: 'Usare al massimo 1.024 caratteri.',
    DefinitionNameRequired: 'Immettere un nome.',
    DefinitionNameInvalid:
      'Usare al massimo 80 lettere, cifre, punti, trattini e caratteri di sottolineatura. Iniziare e terminare con una lettera o una cifra.',
    DefinitionNameTaken: 'La raccolta contiene già una definizione dell’immagine con questo nome. Immetterne un altro.',
    GenerationTwoRequired: 'Questo tipo di sicurezza richiede la generazione 2.',
    ArmGenerationTwoRequired: 'Arm64 richiede la generazione 2.',
    ArmNotConfidential:
      'Le macchine virtuali riservate non supportano Arm64. Scegliere x64 o un altro tipo di sicurezza.',
    PurchasePlanIncomplete: 'Immettere editore, prodotto e nome del piano di acquisto o lasciare vuoti tutti e tre.',
    IdentifierRequired: 'Immettere un valore.',
    IdentifierInvalid:
      'Usare al massimo 128 lettere, cifre, punti, trattini e caratteri di sottolineatura. Non terminare con un punto.',
    IdentifierTaken:
      'Un’altra definizione dell’immagine di questa raccolta ha editore, offerta e SKU identici. Modificarne uno.',
  },
}
