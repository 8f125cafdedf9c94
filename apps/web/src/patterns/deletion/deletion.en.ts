import type { DeletionGuard } from '@portal/gallery'
import { roleEn } from '../../i18n/role-request.ts'

type Kind = 'gallery' | 'definition' | 'version'

const children: Record<Kind, string> = {
  gallery: 'The gallery contains image definitions',
  definition: 'The image definition contains image versions',
  version: '',
}

/** The texts of deleting a gallery, an image definition or an image version. */
export const deletionEn = {
  delete: 'Delete',
  titles: {
    gallery: (name: string) => `Delete gallery ${name}`,
    definition: (name: string) => `Delete image definition ${name}`,
    version: (name: string) => `Delete image version ${name}`,
  },
  whatGoes: {
    gallery: 'The gallery is empty and will be deleted permanently.',
    definition: 'The image definition will be deleted permanently. Its publisher, offer, and SKU can be used again.',
    version:
      'The version will be deleted permanently from every target region. Existing virtual machines aren’t affected, but new ones, including scale set instances, can’t be created from it.',
  },
  toRecycleBin: (until: string) =>
    `You can restore the version until ${until} from the image definition’s recycle bin. New VMs don’t use it as the latest version.`,
  toRecycleBinForNow:
    'You can restore the version for a limited time. The image definition’s recycle bin shows how long.',
  notYet: 'Can’t be deleted yet',
  guards: {
    UnderWay: () => 'Another operation is in progress. Wait until it finishes.',
    NestedResources: (kind, names) => `${children[kind]}: ${names}. Delete them first.`,
    DeletedVersions: (_, names) =>
      `Deleted versions in the recycle bin: ${names}. Restore them, delete them permanently, or turn off soft delete for the gallery.`,
    FailedUnderSoftDelete: () =>
      'Failed versions can’t be deleted while soft delete is on. Turn off soft delete for the gallery, delete the version, and turn it on again.',
    BeforeEndOfLife: (_, __, date) =>
      `Protected from deletion until its end of life: ${date}. Turn off “Block deletion before end of life”, or wait until then.`,
    Locked: (_, names) => `Lock on: ${names}. Remove the lock, or ask an owner to.`,
    ReplicatedLocationsLocked: () =>
      'Deletion of replicated locations is locked, which might also block this deletion. If Azure denies it, turn off the lock, and then try again.',
  } satisfies Record<DeletionGuard, (kind: Kind, names: string, date: string) => string>,
  andMore: 'more',
  forbidden: (action: string) =>
    `You don’t have permission to delete this. Ask an owner of the subscription for a role that includes ${action}, such as ${roleEn(action)}.`,
}

export type DeletionTexts = typeof deletionEn
