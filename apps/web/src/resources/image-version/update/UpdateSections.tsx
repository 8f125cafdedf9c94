import type { ComponentType } from 'react'
import { type PrepareProps, MissingSets } from '../../../patterns/matrix/MissingSets.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RolloutChoice } from '../parts/rollout/RolloutChoice.tsx'
import { PublishingFields } from './PublishingFields.tsx'
import { AddedEncryption } from './regions/AddedEncryption.tsx'
import { AddedRegions } from './regions/AddedRegions.tsx'
import { ExistingRegions } from './regions/ExistingRegions.tsx'
import { matrixPlan } from './regions/matrix-plan.ts'
import { ReplicaPlanner } from './regions/ReplicaPlanner.tsx'
import type { ChangeLine } from './review/change-summary.ts'
import { UpdateReview } from './review/UpdateReview.tsx'
import type { UpdatePolicyVerdict } from './review/use-update-policy-verdict.ts'
import type { UpdateSectionProps } from './update-section-props.ts'

interface UpdateSectionsProps extends UpdateSectionProps {
  canUndo: boolean
  canRedo: boolean
  lines: ChangeLine[]
  policy: UpdatePolicyVerdict
  /** creates the missing sets */
  Prepare: ComponentType<PrepareProps>
}

/** The sections of the page in their order; what concerns new regions is there once some are added. */
export function UpdateSections({ canUndo, canRedo, lines, policy, Prepare, ...section }: UpdateSectionsProps) {
  const { draft, inventory, issues, onEdit } = section
  const { addedRegions } = draft.change
  const preparation = {
    startedId: draft.preparationId ?? undefined,
    remember: (preparationId: string) => onEdit({ type: 'setPreparation', preparationId }),
    forget: () => onEdit({ type: 'setPreparation', preparationId: null }),
  }
  return (
    <>
      <Panel>
        <ExistingRegions {...section} />
      </Panel>
      <Panel>
        <AddedRegions {...section} />
      </Panel>
      {addedRegions.length > 0 && (
        <Panel>
          <AddedEncryption
            {...section}
            canUndo={canUndo}
            canRedo={canRedo}
            missingSets={
              <MissingSets
                {...matrixPlan(draft.base.version, draft.change, inventory)}
                Prepare={Prepare}
                preparation={preparation}
                onFill={(cells) => onEdit({ type: 'fillCells', cells })}
              />
            }
          />
        </Panel>
      )}
      {addedRegions.length > 1 && (
        <Panel>
          <RolloutChoice
            regions={addedRegions}
            batchSize={draft.batchSize}
            inventory={inventory}
            onChoose={(batchSize) => onEdit({ type: 'setBatchSize', batchSize })}
          />
        </Panel>
      )}
      <Panel>
        <ReplicaPlanner {...section} />
      </Panel>
      <Panel>
        <PublishingFields {...section} />
      </Panel>
      <Panel>
        <UpdateReview draft={draft} lines={lines} issues={issues} inventory={inventory} policy={policy} />
      </Panel>
    </>
  )
}
