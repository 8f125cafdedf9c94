import type { FailedResource } from '@portal/portal-api'

/** The English texts of Home. */
export const homeEn = {
  title: 'Home',
  subtitle: 'Image versions in Azure Compute Gallery, encrypted with your own keys',
  create: 'Create image version',
  recent: {
    title: 'Recent image definitions',
    all: 'All galleries',
    createVersion: 'Create version',
    createVersionIn: (definition: string) => `Create version in ${definition}`,
    latest: (version: string, date: string) => (date === '' ? version : `${version} · ${date}`),
    source: 'Source',
    none: 'No image versions yet',
  },
  encryption: {
    title: 'Image versions by encryption',
    all: 'All image versions',
    share: (own: string, total: string) => `${own} of ${total}`,
    ownKeysOnly: 'with customer-managed keys only',
  },
  progress: {
    title: 'In progress',
    none: 'Nothing in progress',
    more: (count: string) => `More: ${count}`,
  },
  failed: {
    title: 'Failed',
    all: 'All failed versions',
    none: 'Nothing failed',
    kinds: { imageVersion: 'Image version', virtualMachine: 'Virtual machine' } satisfies Record<
      FailedResource['kind'],
      string
    >,
  },
}

export type HomeTexts = typeof homeEn
