import { regionName } from '@portal/arm'
import {
  diskEncryption,
  type browseDisks as endpoint,
  type DiskRow,
  type RequestOf,
  type ResponseOf,
} from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../arm/clients.ts'
import { kqlText, queryResourceGraphPage } from '../arm/resource-graph.ts'
import { diskFromImageSteps } from './disk-encryption-steps.ts'
import { pageQuery, searchStep } from './page-query.ts'
import { imageFilterSteps } from './posture/image-filter-steps.ts'

const orders: Record<RequestOf<typeof endpoint>['sort'], string> = {
  name: 'tolower(name)',
  encryption: 'encryption',
  set: 'tolower(setId)',
  machine: 'tolower(machine)',
  image: 'tolower(image)',
  timeCreated: 'created',
  location: 'location',
}

const row = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  state: z.string(),
  encryption: diskEncryption,
  setId: z.string(),
  machine: z.string(),
  image: z.string(),
  created: z.string(),
})

/** A page of the disks that were created from image versions, each as Azure encrypts it. */
export async function browseDisks(
  azure: Azure,
  asked: RequestOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const steps = [
    ...diskFromImageSteps,
    // A confidential disk has its set elsewhere: https://learn.microsoft.com/rest/api/compute/disks/get
    `project id, name, location, image, encryption, machine = managedBy, created = tostring(properties.timeCreated),
    state = tostring(properties.provisioningState), setId = iff(encryption == 'confidential',
    tostring(properties.securityProfile.secureVMDiskEncryptionSetId),
    tostring(properties.encryption.diskEncryptionSetId))`,
    ...imageFilterSteps(asked, { imageId: 'image', date: 'created' }),
    searchStep("strcat(name, ' ', image)", asked.search),
    asked.encryption !== undefined && `where encryption == ${kqlText(asked.encryption)}`,
    'project id, name, location, state, encryption, setId, machine, image, created',
  ]
  const query = pageQuery(asked, { steps, orders: [orders[asked.sort], orders.name] })
  const { total, rows } = await queryResourceGraphPage(azure, row, query)
  return { total, rows: rows.map(toRow) }
}

function toRow({ state, location, setId, machine, image, created, ...same }: z.output<typeof row>): DiskRow {
  return {
    ...same,
    location: regionName(location),
    provisioningState: state,
    imageVersionId: image,
    ...(setId !== '' && { diskEncryptionSetId: setId }),
    ...(machine !== '' && { managedBy: machine }),
    ...(created !== '' && { timeCreated: created }),
  }
}
