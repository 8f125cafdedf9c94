import type { Language } from '../../i18n/language.ts'

/** The terms that the portal explains, with their pages of Microsoft Learn; anchors are the same in all languages. */
const learnPages = {
  imageVersion: 'azure/virtual-machines/shared-image-galleries#image-versions',
  imageDefinition: 'azure/virtual-machines/shared-image-galleries#image-definitions',
  excludeFromLatest: 'azure/virtual-machines/shared-image-galleries#image-versions',
  replicas: 'azure/virtual-machines/azure-compute-gallery#scaling',
  diskEncryptionSet: 'azure/virtual-machines/disk-encryption#customer-managed-keys',
  doubleEncryption: 'azure/virtual-machines/disk-encryption#double-encryption-at-rest',
  confidentialDisks: 'azure/confidential-computing/confidential-vm-overview#confidential-os-disk-encryption',
  readiness: 'azure/virtual-machines/disks-enable-customer-managed-keys-portal',
  recycleBin: 'azure/virtual-machines/soft-delete-gallery',
  tags: 'azure/azure-resource-manager/management/tag-resources',
} as const

/** A term whose texts are in i18n/portal/concepts, and which has a section in the guide. */
export type Concept = keyof typeof learnPages

const locales: Record<Language, string> = { en: 'en-us', it: 'it-it' }

/** Microsoft's page about a term: an https address, in the user's language. */
export function learnAddress(concept: Concept, language: Language): string {
  return `https://learn.microsoft.com/${locales[language]}/${learnPages[concept]}`
}

/** Where the guide explains a term, as `helpPath` takes it: the section with its name. Anchors are GitHub's. */
export function guideSection(name: string): string {
  const anchor = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')
  return `concepts#${anchor}`
}
