import { type browseDisks as endpoint, diskRow, type RequestOf, type ResponseOf } from '@portal/portal-api'
import type { Azure } from '../arm/clients.ts'
import { kqlText } from '../arm/resource-graph.ts'
import { diskFromImageSteps } from './disk-encryption-steps.ts'
import { graphRow, queryPage, searchStep } from './page-query.ts'
import { imageFilterSteps } from './posture/image-filter-steps.ts'

const orders: Record<RequestOf<typeof endpoint>['sort'], string> = {
  name: 'tolower(name)',
  encryption: 'encryption',
  set: 'tolower(diskEncryptionSetId)',
  machine: 'tolower(managedBy)',
  image: 'tolower(imageVersionId)',
  timeCreated: 'timeCreated',
  location: 'location',
}

/** A page of the disks that were created from image versions, each as Azure encrypts it. */
export function browseDisks(azure: Azure, asked: RequestOf<typeof endpoint>): Promise<ResponseOf<typeof endpoint>> {
  const steps = [
    ...diskFromImageSteps,
    // A confidential disk has its set elsewhere: https://learn.microsoft.com/rest/api/compute/disks/get
    `project id, name, location, imageVersionId = image, encryption, managedBy,
    timeCreated = tostring(properties.timeCreated), provisioningState = tostring(properties.provisioningState),
    diskEncryptionSetId = iff(encryption == 'confidential',
    tostring(properties.securityProfile.secureVMDiskEncryptionSetId),
    tostring(properties.encryption.diskEncryptionSetId))`,
    ...imageFilterSteps(asked, { imageId: 'imageVersionId', date: 'timeCreated' }),
    searchStep("strcat(name, ' ', imageVersionId)", asked.search),
    asked.encryption !== undefined && `where encryption == ${kqlText(asked.encryption)}`,
    'project id, name, location, provisioningState, encryption, diskEncryptionSetId, managedBy, imageVersionId, timeCreated',
  ]
  return queryPage(azure, graphRow(diskRow), { asked, steps, orders: [orders[asked.sort], orders.name] })
}
