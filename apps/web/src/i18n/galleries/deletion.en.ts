import type { DeletionGuard } from '@portal/image-version'

type Kind = 'gallery' | 'definition' | 'version'

const children: Record<Kind, string> = {
  gallery: 'It still has image definitions',
  definition: 'It still has image versions',
  version: '',
}

/** The texts of deleting a gallery, an image definition or an image version. */
export const deletionEn = {
  delete: 'Delete',
  cancel: 'Cancel',
  close: 'Close',
  titles: {
    gallery: (name: string) => `Delete gallery ${name}`,
    definition: (name: string) => `Delete image definition ${name}`,
    version: (name: string) => `Delete image version ${name}`,
  },
  whatGoes: {
    gallery: 'The gallery goes for good. Nothing else does: it is empty.',
    definition: 'The image definition goes for good. Its publisher, offer and SKU can be used again.',
    version:
      'The image goes from every target region and cannot be brought back. Virtual machines that were made from it stay; new ones, and scale sets that grow, can no longer use it.',
  },
  toRecycleBin: (until: string) =>
    `You can undo this until ${until}: the version waits in the recycle bin of its image definition. New VMs no longer get it as the latest version.`,
  toRecycleBinForNow:
    'You can undo this for a while: the version waits in the recycle bin of its image definition, which shows until when.',
  typeName: (name: string) => `Type ${name} to confirm`,
  nameDiffers: (name: string) => `This is not the name. Type ${name}.`,
  notYet: 'Azure would refuse this now',
  guards: {
    UnderWay: () => 'Azure is still at work on it. Wait until that is done.',
    NestedResources: (kind, names) => `${children[kind]}: ${names}. Delete these first.`,
    DeletedVersions: (_, names) =>
      `Its recycle bin holds deleted versions: ${names}. Restore them, delete them permanently, or turn off soft delete for the gallery.`,
    FailedUnderSoftDelete: () =>
      'Azure doesn’t delete a failed version while soft delete is on. Turn off soft delete for the gallery, delete the version, and turn it on again.',
    BeforeEndOfLife: (_, __, date) =>
      `It is protected from deletion until its end of life on ${date}. Turn off “Block deletion before end of life” first, or wait for that day.`,
    ReplicatedLocationsLocked: () =>
      'Deleting it from single regions is locked. Azure’s documentation does not say whether the lock holds for the whole version too; if Azure refuses, unlock it first.',
  } satisfies Record<DeletionGuard, (kind: Kind, names: string, date: string) => string>,
  andMore: 'more',
  forbidden: (action: string, scope: string) =>
    `Your roles do not include ${action} at ${scope}. Ask an owner of the subscription for a role that does, such as Compute Gallery Artifacts Publisher for versions and definitions, or Contributor.`,
}

export type DeletionTexts = typeof deletionEn
