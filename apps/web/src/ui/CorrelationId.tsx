import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTexts } from '../i18n/language.ts'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '4px',
    color: tokens.colorNeutralForeground2,
  },
  id: { overflowWrap: 'anywhere' },
})

/** The id under which the portal's log and Azure's know a request, ready to be copied into a support ticket. */
export function CorrelationId({ id }: { id: string }) {
  const styles = useStyles()
  const { failure } = useTexts()
  const [copied, setCopied] = useState(false)
  const copy = () => {
    // Where the clipboard is not allowed the id can still be selected by hand.
    navigator.clipboard.writeText(id).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <div className={styles.row}>
      <Text size={200}>{failure.correlationId}:</Text>
      <Text size={200} font="monospace" className={styles.id}>
        {id}
      </Text>
      <Button
        size="small"
        appearance="transparent"
        icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
        onClick={copy}
        aria-label={`${failure.copy}: ${failure.correlationId}`}
      >
        {copied ? failure.copied : failure.copy}
      </Button>
    </div>
  )
}
