import { CreationForbidden } from '../../../../patterns/wizard/CreationForbidden.tsx'
import type { TabId, TabProps } from '../tabs.ts'
import { SubmissionMessage } from './SubmissionMessage.tsx'
import type { useCreation } from './use-creation.ts'

interface CreationMessagesProps extends Pick<TabProps, 'plan' | 'inventory' | 'onEdit'> {
  mayNotCreate: boolean
  creation: ReturnType<typeof useCreation>
  onGoTo: (tab: TabId) => void
}

/** Why the version can't be created, and what became of its creation. */
export function CreationMessages({ plan, inventory, onEdit, mayNotCreate, creation, onGoTo }: CreationMessagesProps) {
  return (
    <>
      {mayNotCreate && <CreationForbidden imageDefinitionId={plan.imageDefinitionId} />}
      <SubmissionMessage
        submission={creation.submission}
        plan={plan}
        inventory={inventory}
        onRepair={({ edit, tab }) => {
          if (edit !== undefined) onEdit(edit)
          onGoTo(tab)
        }}
        onSendAgain={creation.send}
        onDismiss={creation.dismiss}
      />
    </>
  )
}
