import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Radio,
  RadioGroup,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import {
  asksForDiskSets,
  confidentialVMEncryptionType,
  encryptionType,
  usesCustomerKeys,
  type EncryptionType,
} from '@portal/image-version'
import { useState, type ComponentType } from 'react'
import { useWizardTexts } from '../../../i18n/image-versions/use-wizard-texts.ts'
import { ConceptHelp } from '../../../parts/concept-help/ConceptHelp.tsx'
import { EncryptionMatrix } from '../../../parts/encryption-matrix/EncryptionMatrix.tsx'
import { MissingSets, type DraftPreparation, type PrepareProps } from '../../../parts/encryption-matrix/MissingSets.tsx'
import { IssueField } from '../../../parts/wizard/IssueField.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Message } from '../../../ui/Message.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { TabProps } from '../tabs.ts'
import { ConfidentialDataDisks } from './ConfidentialDataDisks.tsx'
import { droppedSets, type DroppedSet } from './dropped-sets.ts'

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXXL },
  // Help is beside the column of the fields, so that the label has as much room as the others.
  type: { display: 'flex', alignItems: 'start', '@media (min-width: 640px)': { marginRight: '-24px' } },
  help: { paddingTop: tokens.spacingVerticalXS },
  hint: { color: tokens.colorNeutralForeground3, display: 'block' },
  summary: { color: tokens.colorNeutralForeground2 },
})

const types = encryptionType.options
const confidentialTypes = confidentialVMEncryptionType.options

interface EncryptionTabProps extends TabProps {
  /** whether there is an edit of the encryption to undo, or one to redo */
  canUndo: boolean
  canRedo: boolean
  /** creates the missing sets */
  Prepare: ComponentType<PrepareProps>
  preparation: DraftPreparation
}

/** Whose keys encrypt the version, and with customer keys: which set encrypts each disk in each region. */
export function EncryptionTab({ Prepare, preparation, ...props }: EncryptionTabProps) {
  const { plan, inventory, issues, onEdit, onLeave } = props
  const styles = useStyles()
  const t = useWizardTexts().wizard.encryption
  const field = { issues, onLeave }
  const [dropped, setDropped] = useState<{ type: EncryptionType; sets: DroppedSet[] }>()
  const chooseType = (type: EncryptionType | undefined) => {
    if (type === undefined) return
    const { confidentialDataDisks } = plan
    const sets = droppedSets(plan, inventory, { encryptionType: type, confidentialDataDisks })
    setDropped({ type, sets })
    onEdit({ type: 'changeEncryptionType', encryptionType: type, emptied: sets.flatMap(({ cells }) => cells) })
  }
  const isConfidential = inventory.imageDefinition?.securityType === 'ConfidentialVM'
  const needsSets = asksForDiskSets(plan) || plan.confidentialVMEncryptionType === 'EncryptedWithCmk'

  return (
    <div className={styles.tab}>
      <Section title={t.heading} description={t.intro}>
        <IssueField {...field} path={['encryptionType']} label={t.type} required>
          <RadioGroup
            value={plan.encryptionType}
            onChange={(_, data) => chooseType(types.find((type) => type === data.value))}
          >
            {types.map((type) => (
              <div key={type} className={styles.type}>
                <Radio
                  value={type}
                  label={
                    <>
                      {t.types[type]}
                      <Text size={200} className={styles.hint}>
                        {t.typeHints[type]}
                      </Text>
                    </>
                  }
                />
                {type === 'EncryptionAtRestWithPlatformAndCustomerKeys' && (
                  <span className={styles.help}>
                    <ConceptHelp concept="doubleEncryption" />
                  </span>
                )}
              </div>
            ))}
          </RadioGroup>
        </IssueField>
        {usesCustomerKeys(plan) && (
          <Message intent="warning" title={t.finalTitle}>
            {t.final}
          </Message>
        )}
        {dropped !== undefined && dropped.sets.length > 0 && dropped.type === plan.encryptionType && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{t.droppedTitle(dropped.sets.flatMap(({ cells }) => cells).length)}</MessageBarTitle>
              {t.dropped(
                dropped.sets
                  .slice(0, 3)
                  .map(({ name, cells }) => t.droppedSet(name, cells.length))
                  .join(', '),
                dropped.sets.length - 3,
                t.types[dropped.type],
              )}
            </MessageBarBody>
            <MessageBarActions>
              <Button
                onClick={() => {
                  setDropped(undefined)
                  onEdit({ type: 'undo' })
                }}
              >
                {t.matrix.undo}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
        {(isConfidential || plan.confidentialVMEncryptionType !== null) && (
          <IssueField
            {...field}
            path={['confidentialVMEncryptionType']}
            label={t.confidentialType}
            help={<ConceptHelp concept="confidentialDisks" />}
            required
          >
            <Choice
              value={plan.confidentialVMEncryptionType ?? ''}
              options={confidentialTypes.map((type) => ({ value: type, label: t.confidentialTypes[type] }))}
              placeholder={t.chooseType}
              onChoose={(type) => onEdit({ type: 'setFields', fields: { confidentialVMEncryptionType: type } })}
            />
          </IssueField>
        )}
        {plan.confidentialVMEncryptionType !== null && <ConfidentialDataDisks {...props} />}
      </Section>
      {needsSets ? (
        <EncryptionMatrix
          {...props}
          missingSets={
            <MissingSets
              Prepare={Prepare}
              plan={plan}
              inventory={inventory}
              preparation={preparation}
              onFill={(cells) => onEdit({ type: 'fillCells', cells })}
            />
          }
        />
      ) : (
        <Text className={styles.summary}>{t.platformKeySummary(plan.targetRegions.length)}</Text>
      )}
    </div>
  )
}
