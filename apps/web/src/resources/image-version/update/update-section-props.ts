import type { ImageVersionPlan, Inventory, Issue, IssuePath } from '@portal/image-version'
import type { UpdateDraft } from '../../../drafts/update-draft.ts'
import type { UpdateEdit } from './draft/update-reducer.ts'

/** What every section of the page gets. A section shows and reports: it decides nothing. */
export interface UpdateSectionProps {
  /** the stored version, as a plan */
  before: ImageVersionPlan
  draft: UpdateDraft
  inventory: Inventory
  /** the issues to be shown now; paths lead into the change */
  issues: Issue[]
  onEdit: (edit: UpdateEdit) => void
  /** the user has left the field at `path`: its issues can be shown from now on */
  onLeave: (path: IssuePath) => void
}
