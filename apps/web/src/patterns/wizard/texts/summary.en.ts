import type { EncryptionType } from '@portal/disk-encryption'
import { roleRequestEn } from '../../../i18n/role-request.ts'

const replicasOf = (replicas: number) => (replicas === 1 ? '1 replica' : `${replicas} replicas`)

/** Texts of a wizard's summary and of the right to finish it, in English. */
export const summaryEn = {
  title: 'Summary',
  show: 'Show summary',
  hide: 'Hide summary',
  version: 'Version',
  source: 'Source',
  regions: 'Regions',
  replicas: 'Replicas',
  stored: 'Total size',
  storedHelp: 'The size of all replicas if the disks are full. Azure charges the space in use.',
  upTo: (size: string) => `up to ${size}`,
  encryption: 'Encryption',
  types: {
    EncryptionAtRestWithPlatformKey: 'Platform-managed key',
    EncryptionAtRestWithCustomerKey: 'Customer-managed key',
    EncryptionAtRestWithPlatformAndCustomerKeys: 'Double encryption',
  } satisfies Record<EncryptionType, string> as Record<EncryptionType, string>,
  none: '–',
  missing: 'Still needed',
  nothingMissing: 'Nothing missing',
  goTo: (tab: string, toDo: string) => `${tab}: ${toDo}`,
  line: (regions: number, replicas: number) =>
    `${regions === 1 ? '1 region' : `${regions} regions`} · ${replicasOf(replicas)}`,
  review: {
    readiness: 'Key health',
    replicas: 'Replicas',
    total: (replicas: number, regions: number) =>
      `${replicasOf(replicas)} in ${regions === 1 ? '1 region' : `${regions} regions`}`,
    showAll: 'Show all settings',
    showChanged: 'Hide default settings',
  },
  forbidden: {
    title: 'You don’t have permission to create versions here',
    text: (role: string) => `You can fill in the form and share it. To create the version, ask for the role ${role}.`,
    short: 'You don’t have permission to create this version',
    request: (role: string, scope: string, action: string) =>
      `Please assign a role to my account in Azure.\n\n${roleRequestEn({
        role: `${role}, or a role that includes ${action}`,
        scope,
        reason: 'Create image versions',
      })}`,
    copy: 'Copy request',
  },
}

export type SummaryTexts = typeof summaryEn
