import type { ImageVersionPlan, IssuePath } from '@portal/image-version'
import type { WizardRepair } from '../../../../patterns/key-health/RepairAction.tsx'
import type { Edit } from '../draft/plan-reducer.ts'
import { tabOf, type TabId } from '../tabs.ts'

/** What a fix does in the wizard: optionally an edit, and the tab where it is seen or continues. */
export interface PlanCorrection {
  edit?: Edit
  tab: TabId
}

/** How to fix an error about the field at `path` in the plan; undefined: by sending it again unchanged. */
export function planCorrection(
  repair: WizardRepair,
  path: IssuePath,
  plan: ImageVersionPlan,
): PlanCorrection | undefined {
  switch (repair.action) {
    case 'retry':
      return undefined
    case 'chooseAnotherSet':
      return { tab: 'encryption' }
    case 'chooseAnotherSource':
      return { tab: 'basics' }
    case 'correctField':
      return { tab: tabOf(path) }
    case 'addTargetRegion':
      return { edit: { type: 'addTargetRegion', name: repair.region }, tab: 'replication' }
    case 'removeTargetRegion': {
      const index = plan.targetRegions.findIndex(({ name }) => name === repair.region)
      return { ...(index >= 0 && { edit: { type: 'removeTargetRegion', index } }), tab: 'replication' }
    }
  }
}
