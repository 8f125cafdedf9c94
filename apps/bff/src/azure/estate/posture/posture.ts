import { regionName } from '@portal/arm'
import { age, machineEncryption, type Posture, type PostureSubject } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { queryResourceGraph } from '../../arm/resource-graph.ts'
import { diskFromImageSteps } from '../disk-encryption-steps.ts'
import { isFromGallery, machineEncryptionSteps } from '../machine-encryption-steps.ts'
import { countedVersions } from '../overview/counted-versions.ts'
import { ageSteps } from './age-steps.ts'

const row = z.object({
  id: z.string(),
  subscriptionId: z.string(),
  location: z.string(),
  age,
  encryption: machineEncryption,
  resources: z.number(),
})

/** Image versions, or what was created from them, counted by encryption, gallery, subscription, region, and age. */
export async function readPosture(azure: Azure, of: PostureSubject): Promise<Posture> {
  const query = postureQuery(of)
  const rows = await queryResourceGraph(azure, row, { query })
  return {
    now: azure.now(),
    groups: rows.map(({ id, location, resources, ...same }) => ({
      ...same,
      galleryId: id,
      location: regionName(location),
      count: resources,
    })),
    query,
  }
}

const galleryOfImage = [
  "extend part = split(image, '/')",
  `extend galleryId = strcat('/subscriptions/', part[2], '/resourceGroups/', part[4],
    '/providers/Microsoft.Compute/galleries/', part[8])`,
]

// Only rows with an ID can be read page by page, and only sorted ones each once.
const ordered = [
  'project id = galleryId, subscriptionId, location, age, encryption, resources',
  'order by id asc, subscriptionId asc, location asc, age asc, encryption asc',
]

const counted = ['summarize resources = count() by encryption, galleryId, subscriptionId, location, age', ...ordered]

const steps: Record<PostureSubject, string[]> = {
  imageVersions: [
    ...countedVersions({
      before: [...ageSteps('published'), "extend galleryId = tostring(split(id, '/images/')[0])"],
      by: ['galleryId', 'location', 'age'],
    }),
    'summarize resources = sum(versions) by encryption, galleryId, location, age',
    // The subscription of a version is that of its gallery.
    "extend subscriptionId = tostring(split(galleryId, '/')[2])",
    ...ordered,
  ],
  disks: [...diskFromImageSteps, ...ageSteps('tostring(properties.timeCreated)'), ...galleryOfImage, ...counted],
  virtualMachines: [
    "where type =~ 'microsoft.compute/virtualmachines'",
    'extend storage = properties.storageProfile, machine = tolower(id)',
    'extend image = tostring(storage.imageReference.id)',
    isFromGallery,
    ...ageSteps('tostring(properties.timeCreated)'),
    `project id, subscriptionId, location, age, image, storage, machine`,
    ...machineEncryptionSteps,
    ...galleryOfImage,
    ...counted,
  ],
}

/** The query that counts everything of a kind by encryption and by place. */
function postureQuery(of: PostureSubject): string {
  return ['Resources', ...steps[of]].join('\n| ')
}
