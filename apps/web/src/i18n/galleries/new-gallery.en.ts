import type { GalleryIssueCode, ImageDefinitionIssueCode } from '@portal/image-version'

/** The texts of making a gallery or an image definition. */
export const newGalleryEn = {
  createGallery: 'Create gallery',
  createDefinition: 'Create image definition',
  create: 'Create',
  cancel: 'Cancel',
  close: 'Close',
  choose: 'Choose',
  creating: 'Creating',
  galleryIntro:
    'A gallery holds image definitions. Images encrypted with your own keys need a private one, which a new gallery is.',
  definitionIntro: 'An image definition says what kind of image its versions are. None of this can be changed later.',
  name: 'Name',
  nameHint: 'Letters, digits, periods and underscores; unique in the subscription',
  definitionNameHint: 'Letters, digits, periods, hyphens and underscores',
  description: 'Description',
  securityHint: 'It has to fit the source of the versions. All but Standard need generation 2.',
  identifierHint: 'Publisher, offer and SKU together are unique in the gallery.',
  issues: {
    SubscriptionRequired: 'Choose a subscription.',
    ResourceGroupRequired: 'Choose a resource group.',
    GalleryNameRequired: 'Enter a name.',
    GalleryNameInvalid:
      'Use up to 80 letters, digits, periods and underscores, beginning and ending with a letter or digit.',
    GalleryNameTaken: 'The subscription has a gallery of this name. Enter another.',
    GalleryLocationRequired: 'Choose a region.',
    DescriptionTooLong: 'Use up to 1,024 characters.',
    DefinitionNameRequired: 'Enter a name.',
    DefinitionNameInvalid:
      'Use up to 80 letters, digits, periods, hyphens and underscores, beginning and ending with a letter or digit.',
    DefinitionNameTaken: 'The gallery has an image definition of this name. Enter another.',
    GenerationTwoRequired: 'This security type needs generation 2.',
    IdentifierRequired: 'Enter a value.',
    IdentifierInvalid: 'Use up to 128 letters, digits, periods, hyphens and underscores, and no period at the end.',
    IdentifierTaken: 'An image definition of this gallery has the same publisher, offer and SKU. Change one of them.',
  } satisfies Record<GalleryIssueCode | ImageDefinitionIssueCode, string>,
}

export type NewGalleryTexts = typeof newGalleryEn
