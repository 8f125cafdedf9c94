import type { Concept } from './concepts.ts'

/** What the terms of the portal mean. */
export interface ConceptTexts {
  /** name of the button that explains a term */
  help: (name: string) => string
  learnMore: string
  guide: string
  /** the term, and what it means in three sentences at most */
  terms: Record<Concept, { name: string; text: string }>
}

export const conceptsEn: ConceptTexts = {
  help: (name) => `Help: ${name}`,
  learnMore: 'Learn more on Microsoft Learn',
  guide: 'Read the guide',
  terms: {
    imageVersion: {
      name: 'Image version',
      text: 'An image version holds the disks that new virtual machines and scale sets are created from. It has a number, such as 1.2.0, and Azure keeps replicas of it in each target region. Its disks can’t be changed: to change the image, create another version.',
    },
    imageDefinition: {
      name: 'Image definition',
      text: 'An image definition groups the versions of one image. It sets what they have in common: operating system, generation, security type, and whether the image is generalized or specialized. Virtual machines are created from its versions.',
    },
    excludeFromLatest: {
      name: 'Exclude from latest',
      text: 'Virtual machines and scale sets that ask for the latest version get the one with the highest number. A version that is excluded from latest is skipped, but you can still select it by its number. This way, you can test a version before everyone gets it.',
    },
    replicas: {
      name: 'Replicas',
      text: 'A region has one or more replicas of an image version. With more replicas, you can create more virtual machines at once: plan one replica per 50 concurrent VM deployments, plus one per scale set. Azure bills the storage of each replica.',
    },
    diskEncryptionSet: {
      name: 'Disk encryption set',
      text: 'A disk encryption set connects disks and images with your own key in Azure Key Vault, which its managed identity can use. A set works in one region only, so each target region needs its own. If the key is disabled or deleted, what it encrypts can’t be read.',
    },
    doubleEncryption: {
      name: 'Double encryption',
      text: 'Double encryption protects data at rest with two layers: one with a platform-managed key, the other with your own key. If one layer is compromised, the other still protects the data. It needs disk encryption sets of that type.',
    },
    confidentialDisks: {
      name: 'Confidential disk encryption',
      text: 'Confidential disk encryption binds the keys of a disk to the TPM of a confidential VM, so that only this VM can read the disk. With a customer-managed key, it needs a confidential set: a disk encryption set of type confidential disk encryption.',
    },
    readiness: {
      name: 'Key health',
      text: 'A disk encryption set is ready when its key is enabled and hasn’t expired, its managed identity has access to the key, and the key vault has purge protection and can be reached by Azure. The portal checks this with your permissions. What you can’t read is shown as unknown.',
    },
    recycleBin: {
      name: 'Recycle bin',
      text: 'With soft delete, a gallery keeps deleted image versions in the recycle bin of their image definition. Until the date shown there, you can restore a version with the same number and keys, and Azure keeps and bills one replica per region. Then the version is deleted permanently.',
    },
    tags: {
      name: 'Tags',
      text: 'Tags are name and value pairs that organize resources, for example by owner or cost center. You can filter resources and costs by tag in Azure. Don’t enter secrets: tags are stored as plain text.',
    },
  },
}
