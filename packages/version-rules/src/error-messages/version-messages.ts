import type { ArmMessage } from './arm-message.ts'
import { meaning } from './decoded-error.ts'

const correctField = { action: 'correctField' } as const

// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export const versionMessages: ArmMessage[] = [
  {
    text: /^EndOfLifeDate must be set to a future date/,
    means: ({ plan }) =>
      meaning('EndOfLifeDatePast', { date: plan.endOfLifeDate }, { path: ['endOfLifeDate'], repair: correctField }),
  },
  {
    text: /^The image version name is invalid/,
    means: ({ plan }) => meaning('VersionNameInvalid', { name: plan.name }, { path: ['name'], repair: correctField }),
  },
  {
    code: 'DeleteGalleryImageVersionBlockedBeforeEndOfLife',
    means: () => meaning('DeletionBlockedBeforeEndOfLife', {}),
  },
  {
    code: 'CannotDeleteResource',
    means: () => meaning('NestedResources', {}),
  },
  {
    code: 'GalleryNameNotUnique',
    text: /^The gallery name '(?<name>[^']+)' is not unique/,
    means: ({ groups: { name = '' } }) => meaning('GalleryNameNotUnique', { name }),
  },
  {
    text: /^Gallery image: (?<name>\S+) identified by \(publisher:.*\) already exists/,
    means: ({ groups: { name = '' } }) => meaning('IdentifierNotUnique', { name }),
  },
  {
    // Azure's own text says "not on allowed"
    text: /^Operation 'Update Gallery Image Version' is not (?:on )?allowed on (?<name>\S+?);? since it is marked for deletion/,
    means: ({ groups: { name = '' } }) => meaning('VersionMarkedForDeletion', { name }),
  },
  {
    code: 'ParentResourceNotFound',
    means: ({ plan }) =>
      meaning(
        'ImageDefinitionNotFound',
        { id: plan.imageDefinitionId },
        { path: ['imageDefinitionId'], repair: correctField },
      ),
  },
]
