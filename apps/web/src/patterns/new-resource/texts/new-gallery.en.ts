import type { GalleryIssueCode, ImageDefinitionIssueCode } from '@portal/gallery'
import type { ControllerChangeIssueCode } from '@portal/version-rules'

/** The texts of creating a gallery or an image definition. */
export const newGalleryEn = {
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

export type NewGalleryTexts = typeof newGalleryEn
