import type { GalleryIssueCode, ImageDefinitionIssueCode } from '@portal/gallery'
import type { ControllerChangeIssueCode } from '@portal/version-rules'
import { catalogue } from '../../i18n/catalogue.ts'

/** The texts of creating a gallery or an image definition. */
const newGalleryEn = {
  createGallery: 'Create gallery',
  createDefinition: 'Create image definition',
  create: 'Create',
  choose: 'Choose',
  galleryIntro:
    'A gallery contains image definitions. New galleries are private, as encryption with your own keys requires.',
  definitionIntro: 'An image definition describes its image versions. Only its disk controllers can be changed later.',
  name: 'Name',
  nameHint: 'Letters, digits, periods, and underscores. Must be unique in the subscription.',
  definitionNameHint: 'Letters, digits, periods, hyphens, and underscores',
  description: 'Description',
  securityHint: 'Must match the source of the versions. All types except Standard require generation 2.',
  proposedFrom: {
    ManagedImage: (name: string) => `From managed image ${name}.`,
    Disk: (name: string) => `From disk ${name}.`,
    Snapshot: (name: string) => `From snapshot ${name}.`,
    VirtualMachine: (name: string) => `From virtual machine ${name}.`,
    ImageVersion: (name: string) => `From image version ${name}.`,
    ImageDefinition: (name: string) => `From image definition ${name}.`,
  },
  moreCapabilities: 'Disk controllers, networking, hibernation, and purchase plan',
  diskControllersHint: 'Many VM sizes of series v6 and later require NVMe.',
  plan: { publisher: 'Plan publisher', product: 'Plan product', name: 'Plan name' },
  planHint:
    'Only for images from Azure Marketplace. Virtual machines get this plan, and its terms must be accepted in their subscription.',
  controllers: {
    change: 'Change disk controllers',
    intro:
      'The change applies to versions from the one that you enter. Choose NVMe only if the operating system of these versions supports it.',
    startsAt: 'From version',
    startsAtHint: 'Enter the next version number to leave existing versions unchanged.',
    request: 'Request to Azure',
    copy: 'Copy request',
    save: 'Save',
    issues: {
      ControllersUnchanged: 'The image definition already has these disk controllers. Choose another type.',
      StartVersionInvalid: 'Enter a version number, such as 2.0.0.',
    } satisfies Record<ControllerChangeIssueCode, string>,
  },
  identifierHint: 'The combination of publisher, offer, and SKU must be unique in the gallery.',
  issues: {
    SubscriptionRequired: 'Choose a subscription.',
    ResourceGroupRequired: 'Choose a resource group.',
    GalleryNameRequired: 'Enter a name.',
    GalleryNameInvalid: 'Use up to 80 letters, digits, periods, and underscores. Start and end with a letter or digit.',
    GalleryNameTaken: 'The subscription already has a gallery with this name. Enter another name.',
    GalleryLocationRequired: 'Choose a region.',
    DescriptionTooLong: 'Use up to 1,024 characters.',
    DefinitionNameRequired: 'Enter a name.',
    DefinitionNameInvalid:
      'Use up to 80 letters, digits, periods, hyphens, and underscores. Start and end with a letter or digit.',
    DefinitionNameTaken: 'The gallery already has an image definition with this name. Enter another name.',
    GenerationTwoRequired: 'This security type requires generation 2.',
    ArmGenerationTwoRequired: 'Arm64 requires generation 2.',
    ArmNotConfidential: 'Confidential VMs don’t support Arm64. Choose x64, or another security type.',
    PurchasePlanIncomplete: 'Enter publisher, product, and plan name, or leave all three empty.',
    IdentifierRequired: 'Enter a value.',
    IdentifierInvalid: 'Use up to 128 letters, digits, periods, hyphens, and underscores. Don’t end with a period.',
    IdentifierTaken:
      'Another image definition in this gallery has the same publisher, offer, and SKU. Change one of them.',
  } satisfies Record<GalleryIssueCode | ImageDefinitionIssueCode, string>,
}

const newGalleryIt: typeof newGalleryEn = {
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

/** The texts of making a gallery or an image definition in the language shown. */
export const useNewGalleryTexts = catalogue({ en: newGalleryEn, it: newGalleryIt })
