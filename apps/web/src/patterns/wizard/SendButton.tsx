import { Button, Spinner } from '@fluentui/react-components'
import { shows } from '../../ui/shows.ts'

interface SendButtonProps {
  label: string
  isSending: boolean
  isDisabled?: boolean
  onSend: () => void
}

/** Sends the form. It keeps the focus while it is disabled. */
export function SendButton({ label, isSending, isDisabled = false, onSend }: SendButtonProps) {
  return (
    <Button
      appearance="primary"
      disabledFocusable={isDisabled || isSending}
      icon={isSending ? <Spinner size="tiny" /> : null}
      onClick={onSend}
      {...shows('send')}
    >
      {label}
    </Button>
  )
}
