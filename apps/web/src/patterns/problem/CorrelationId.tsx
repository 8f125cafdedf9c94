import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTexts } from '../../i18n/language.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'

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

/** The ID of a request in the portal's log and in Azure's, ready to be copied into a support ticket. */
export function CorrelationId({ id }: { id: string }) {
  const styles = useStyles()
  const { failure } = useTexts()
  return (
    <div className={styles.row}>
      <Text size={200}>{failure.correlationId}:</Text>
      <Text size={200} font="monospace" className={styles.id}>
        {id}
      </Text>
      <CopyButton text={id} appearance="transparent" label={`${failure.copy}: ${failure.correlationId}`}>
        {failure.copy}
      </CopyButton>
    </div>
  )
}
