import type { ImageVersionPlan, Inventory, Issue, IssuePath } from '@portal/image-version'
import type { WizardTabs } from '../../parts/wizard/wizard-tabs.ts'
import type { DraftEdit } from './draft/draft-reducer.ts'

/** The tabs of the wizard, in the Azure portal's order. */
const tabIds = ['basics', 'replication', 'encryption', 'tags', 'review'] as const
export type TabId = (typeof tabIds)[number]

const encryptionFields = ['encryptionType', 'confidentialVMEncryptionType', 'confidentialDataDisks']

// The tab of each field of the plan. More specific paths come first: a cell is inside a target region.
const owners: { tab: TabId; owns: (path: IssuePath) => boolean }[] = [
  { tab: 'encryption', owns: (path) => path[0] === 'targetRegions' && path[2] === 'encryption' },
  { tab: 'encryption', owns: (path) => encryptionFields.includes(String(path[0])) },
  {
    tab: 'replication',
    owns: (path) => ['targetRegions', 'replicaCount', 'storageAccountType'].includes(String(path[0])),
  },
  { tab: 'tags', owns: (path) => path[0] === 'tags' },
  { tab: 'basics', owns: () => true },
]

/** The tab that shows the field at `path`. */
export function tabOf(path: IssuePath): TabId {
  return owners.find((owner) => owner.owns(path))?.tab ?? 'basics'
}

/** The tabs with what each shows. */
export const tabs: WizardTabs<TabId> = { ids: tabIds, tabOf }

/** What every tab gets. A tab shows and reports: it decides nothing. */
export interface TabProps {
  plan: ImageVersionPlan
  inventory: Inventory
  /** the issues to be shown now */
  issues: Issue[]
  onEdit: (edit: DraftEdit) => void
  /** the user has left the field at `path`: its issues can be shown from now on */
  onLeave: (path: IssuePath) => void
}
