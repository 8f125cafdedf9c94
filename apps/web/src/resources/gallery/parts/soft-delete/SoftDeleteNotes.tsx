import { MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { SoftDeleteFacts } from '@portal/portal-api'
import { useFormats } from '../../../../i18n/formats.ts'
import { useRecycleBinTexts } from '../../texts/use-recycle-bin-texts.ts'

const useStyles = makeStyles({
  body: { whiteSpace: 'normal', paddingBlock: tokens.spacingVerticalXS },
})

interface SoftDeleteNotesProps {
  /** undefined until they are read */
  facts: SoftDeleteFacts | undefined
  isOn: boolean
  /** it is off and will be turned on */
  isTurnedOn: boolean
  isWanted: boolean
}

/** Who can turn soft delete on, what it excludes, and what turning it off means. */
export function SoftDeleteNotes({ facts, isOn, isTurnedOn, isWanted }: SoftDeleteNotesProps) {
  const t = useRecycleBinTexts().policy
  const { list } = useFormats()
  const scaleSets = facts?.flexibleScaleSets ?? []
  if (facts?.mayChange === 'forbidden') return <Note intent="error">{t.mayNotChange}</Note>
  if (isTurnedOn && facts?.mayTurnOn === 'forbidden') return <Note intent="error">{t.mayNotTurnOn}</Note>
  if (isOn && !isWanted) return <Note intent="warning">{t.turningOff}</Note>
  return (
    <>
      {isTurnedOn && <Text>{t.needs}</Text>}
      {isWanted &&
        (scaleSets.length > 0 ? (
          <Note intent="warning">{t.scaleSets(list(scaleSets))}</Note>
        ) : (
          <Text>{t.scaleSetsElsewhere}</Text>
        ))}
    </>
  )
}

function Note({ intent, children }: { intent: 'error' | 'warning'; children: string }) {
  const styles = useStyles()
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody className={styles.body}>{children}</MessageBarBody>
    </MessageBar>
  )
}
