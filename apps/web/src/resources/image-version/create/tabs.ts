import type { ImageVersionPlan, Inventory, Issue, IssuePath } from '@portal/image-version'
import type { WizardTabs } from '../../../patterns/wizard/wizard-tabs.ts'
import type { DraftEdit } from './draft/draft-reducer.ts'

/** The tabs of the wizard, in the Azure portal's order. */
const tabIds = ['basics', 'replication', 'encryption', 'tags', 'review'] as const
export type TabId = (typeof tabIds)[number]

/** The tab that shows the field at `path`: of thousands of cells, for each issue at every edit. */
export function tabOf([field, , part]: IssuePath): TabId {
  switch (field) {
    case 'targetRegions':
      // A cell is inside a target region.
      return part === 'encryption' ? 'encryption' : 'replication'
    case 'encryptionType':
    case 'confidentialVMEncryptionType':
    case 'confidentialDataDisks':
      return 'encryption'
    case 'replicaCount':
    case 'storageAccountType':
      return 'replication'
    case 'tags':
      return 'tags'
    default:
      return 'basics'
  }
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
