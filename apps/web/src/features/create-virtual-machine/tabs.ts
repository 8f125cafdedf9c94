import type { IssuePath } from '@portal/image-version'
import type { WizardTabs } from '../../ui/wizard/wizard-tabs.ts'

const tabIds = ['basics', 'disks', 'networking', 'tags', 'review'] as const
export type TabId = (typeof tabIds)[number]

const owners: Record<string, TabId> = {
  osDisk: 'disks',
  dataDisks: 'disks',
  encryptionAtHost: 'disks',
  securityEncryptionType: 'disks',
  secureVMDiskEncryptionSetId: 'disks',
  network: 'networking',
  tags: 'tags',
}

/** The tabs of the wizard for a machine, in the Azure portal's order, with the fields that each shows. */
export const tabs: WizardTabs<TabId> = { ids: tabIds, tabOf: ([field]: IssuePath) => owners[field ?? ''] ?? 'basics' }
