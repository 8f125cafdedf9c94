import type { Inventory, Issue, IssuePath, ImageVersionPlan } from '@portal/image-version'
import type { DraftEdit } from './draft-reducer.ts'

/** What every tab gets. A tab shows and reports: it decides nothing. */
export interface TabProps {
  plan: ImageVersionPlan
  /** how many regions besides the version's own are added at a time; null: all are created at once */
  batchSize: number | null
  inventory: Inventory
  /** the issues to be shown now */
  issues: Issue[]
  onEdit: (edit: DraftEdit) => void
  /** whether there is an edit of the encryption to take back, or one to do again */
  canUndo: boolean
  canRedo: boolean
  /** the user has left the field at `path`: its issues may be shown from now on */
  onLeave: (path: IssuePath) => void
}
