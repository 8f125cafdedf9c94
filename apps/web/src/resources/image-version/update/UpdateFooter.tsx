import { FormFooter } from '../../../patterns/wizard/FormFooter.tsx'
import { SendButton } from '../../../patterns/wizard/SendButton.tsx'
import { useUpdateTexts } from '../texts/use-update-texts.ts'

interface UpdateFooterProps {
  changes: number
  /** those that are shown and prevent sending */
  problems: number
  inBatches: boolean
  isSending: boolean
  /** undefined: the user has no permission to send it, which the page says above */
  onSend: (() => void) | undefined
}

/** The number of changes, and the button that sends them. */
export function UpdateFooter({ changes, problems, inBatches, isSending, onSend }: UpdateFooterProps) {
  const t = useUpdateTexts().footer
  return (
    <FormFooter summary={[t.changes(changes), ...(problems > 0 ? [t.problems(problems)] : [])].join(' · ')}>
      {onSend && (
        <SendButton
          label={isSending ? t.sending : inBatches ? t.start : t.send}
          isSending={isSending}
          onSend={onSend}
        />
      )}
    </FormFooter>
  )
}
