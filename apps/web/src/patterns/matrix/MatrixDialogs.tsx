import { type EncryptionProfile, type PlanProfileCell, planProfileTarget, profileRegionsOfPlan } from '@portal/code'
import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { resourceNameOf, tryParseResourceId } from '@portal/portal-api'
import { ApplyProfile } from '../profiles/ApplyProfile.tsx'
import { SaveProfile } from '../profiles/SaveProfile.tsx'
import { MatchByRegion } from './MatchByRegion.tsx'
import type { MatrixEdit } from './matrix-reducer.ts'
import { issuePathAt, setIdAt, setIdOf, type Cell } from './matrix.ts'
import type { MatrixDialog } from './MatrixMenu.tsx'
import { useCellName } from './use-cell-name.ts'

interface MatrixDialogsProps {
  dialog: MatrixDialog
  plan: ImageVersionPlan
  inventory: Inventory
  /** the active cell; undefined if none is shown */
  current: Cell | undefined
  profile: EncryptionProfile | undefined
  onEdit: (edit: MatrixEdit) => void
  onClose: () => void
}

/** The open dialog of the matrix: what is done to many of its cells at once. */
export function MatrixDialogs({ dialog, plan, inventory, current, profile, onEdit, onClose }: MatrixDialogsProps) {
  const cellName = useCellName(plan, inventory)
  switch (dialog) {
    case 'match':
      return (
        <MatchByRegion
          plan={plan}
          inventory={inventory}
          suggested={current === undefined ? '' : setIdOf(plan, current)}
          onFill={(cells) => onEdit({ type: 'fillCells', cells })}
          onClose={onClose}
        />
      )
    case 'applyProfile':
      return (
        <ApplyProfile<PlanProfileCell>
          applied={profile}
          target={planProfileTarget(plan, inventory)}
          ownId={plan.imageDefinitionId}
          chosenOf={({ index, disk }) => setIdAt(plan, index, disk)}
          nameOf={({ index, disk }) => cellName(issuePathAt(index, disk))}
          onApply={(applied, chosen) => {
            const cells = chosen.map(({ cell: { index, disk }, diskEncryptionSetId }) => ({
              index,
              disk,
              diskEncryptionSetId,
            }))
            onEdit({ type: 'applyProfile', profile: applied, cells })
          }}
          onClose={onClose}
        />
      )
    case 'saveProfile': {
      const definition = tryParseResourceId(plan.imageDefinitionId)
      return (
        <SaveProfile
          regions={profileRegionsOfPlan(plan)}
          suggestedName={profile?.name ?? (definition === undefined ? '' : resourceNameOf(definition))}
          onClose={onClose}
        />
      )
    }
  }
}
