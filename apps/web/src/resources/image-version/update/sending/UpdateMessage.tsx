import type { Inventory } from '@portal/image-version'
import { DecodedProblem } from '../../../../patterns/problem/DecodedProblem.tsx'
import { OutcomeMessage } from '../../../../patterns/submission/OutcomeMessage.tsx'
import { useUpdateTexts } from '../../texts/use-update-texts.ts'
import type { UpdateSubmission } from './update-submission.ts'

interface UpdateMessageProps {
  submission: UpdateSubmission
  inventory: Inventory
  onSendAgain: () => void
  onDismiss: () => void
}

/** The outcome of an update, if it is not simply done, and what to do next. */
export function UpdateMessage({ submission, inventory, onSendAgain, onDismiss }: UpdateMessageProps) {
  const t = useUpdateTexts().submission
  switch (submission.state) {
    case 'idle':
    case 'sending':
    case 'sent':
    case 'verify':
    case 'changed': // a separate message shows the changes
      return null
    case 'checking':
    case 'notSent':
    case 'rejected':
      return <OutcomeMessage state={submission.state} texts={t} onSendAgain={onSendAgain} onDismiss={onDismiss} />
    case 'refused':
      return <DecodedProblem error={submission.error} inventory={inventory} />
  }
}
