import { Checkbox, Field, Label, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useCodeText } from '../../../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { useLatestTexts } from '../../texts/use-latest-texts.ts'
import type { LatestDialogProps } from './latest-dialog-props.ts'
import type { LatestChoiceState } from './use-latest-choice.ts'

const useStyles = makeStyles({
  regions: { display: 'flex', flexDirection: 'column' },
  region: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface LatestChoiceProps {
  kind: LatestDialogProps['kind']
  choice: LatestChoiceState
}

/** The fields of the dialog: the version to go back to, the regions, and whether the predecessor is excluded. */
export function LatestChoice({ kind, choice }: LatestChoiceProps) {
  const styles = useStyles()
  const t = useLatestTexts()
  const { list } = useFormats()
  const codeText = useCodeText()
  const labelId = useId()
  const hintId = useId()
  const { version, versions, offered, regions, predecessors, issues } = choice
  if (version === undefined) return <Message intent="info">{t.noEarlier}</Message>
  return (
    <>
      {kind === 'RollBack' ? (
        <Field label={t.backTo}>
          <Choice
            value={version.id}
            options={versions.map(({ id, name }) => ({ value: id, label: name }))}
            onChoose={choice.chooseVersion}
          />
        </Field>
      ) : (
        <Text>{t.version(version.name)}</Text>
      )}
      <div role="group" aria-labelledby={labelId} className={styles.regions}>
        <Label id={labelId}>{t.regions}</Label>
        {offered.map(({ name, before, after }) => (
          <div key={name} className={styles.region}>
            <Checkbox
              label={regionDisplayName(name)}
              checked={regions.includes(name)}
              onChange={(_, { checked }) => choice.chooseRegion(name, checked === true)}
            />
            <Text className={styles.quiet}>
              {before === after ? t.stays(after ?? t.none) : t.becomes(before ?? t.none, after ?? t.none)}
            </Text>
          </div>
        ))}
      </div>
      {kind === 'Promotion' && predecessors.length > 0 && (
        <div className={styles.regions}>
          <Checkbox
            label={t.excludePredecessor(list(predecessors))}
            aria-describedby={hintId}
            checked={choice.excludesPredecessor}
            onChange={(_, { checked }) => choice.excludePredecessor(checked === true)}
          />
          <Text id={hintId} size={200} className={styles.quiet}>
            {t.excludeHint(list(predecessors), version.name)}
          </Text>
        </div>
      )}
      {issues.length > 0 && <Message intent="warning">{issues.map(codeText).join(' ')}</Message>}
    </>
  )
}
