import { Text, makeStyles, tokens } from '@fluentui/react-components'
import {
  expectedStorageOf,
  regionDisplayName,
  replicaCountOf,
  hasConfidentialDataDisks,
  usesCustomerKeys,
  type IssuePath,
  type PolicyVerdict,
} from '@portal/image-version'
import { useFormats } from '../../../i18n/formats.ts'
import { useWizardTexts } from '../../../i18n/image-versions/use-wizard-texts.ts'
import { ConceptHelp } from '../../../parts/concept-help/ConceptHelp.tsx'
import { SetsByRegion } from '../../../parts/encryption-matrix/SetsByRegion.tsx'
import { useCellName } from '../../../parts/encryption-matrix/use-cell-name.ts'
import { PolicyMessage } from '../../../parts/policy/PolicyMessage.tsx'
import { basicsFacts } from '../../../parts/wizard/basics-facts.ts'
import { ReviewSection } from '../../../parts/wizard/ReviewSection.tsx'
import { ReviewVerdict } from '../../../parts/wizard/ReviewVerdict.tsx'
import { FactList } from '../../../ui/FactList.tsx'
import { Message } from '../../../ui/Message.tsx'
import { tabOf, type TabId, type TabProps } from '../tabs.ts'
import { ReviewRollout } from './ReviewRollout.tsx'

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
})

interface ReviewTabProps extends TabProps {
  /** how many regions other than the source region are added at a time; null: all are created at once */
  batchSize: number | null
  /** display name of the gallery's subscription, '' while none is chosen */
  subscriptionName: string
  /** undefined while the policies are read */
  policyVerdict: PolicyVerdict | undefined
  /** Azure or the user's permissions refuse it, which is shown elsewhere */
  isRefused: boolean
  onGoTo: (tab: TabId) => void
  onGoToField: (path: IssuePath) => void
}

/** The verdict of the rules, then everything chosen, region by region and disk by disk. */
export function ReviewTab({
  plan,
  batchSize,
  inventory,
  issues,
  subscriptionName,
  policyVerdict,
  isRefused,
  onGoTo,
  onGoToField,
}: ReviewTabProps) {
  const styles = useStyles()
  const t = useWizardTexts().wizard
  const cellName = useCellName(plan, inventory)
  const { date } = useFormats()
  const shown = { region: regionDisplayName(inventory, plan.location), endOfLifeDate: date(plan.endOfLifeDate) }
  return (
    <div className={styles.tab}>
      <ReviewVerdict
        issues={issues}
        isDenied={isRefused || policyVerdict?.state === 'denied'}
        tabOf={tabOf}
        labels={t.tabs}
        onGoTo={(_, path) => onGoToField(path)}
      />
      {policyVerdict !== undefined && (
        <PolicyMessage
          request="version"
          verdict={policyVerdict}
          nameOf={cellName}
          goTo={{ label: t.review.goTo(t.tabs.encryption), onClick: () => onGoTo('encryption') }}
        />
      )}
      <ReviewSection title={t.tabs.basics} onEdit={() => onGoTo('basics')}>
        <FactList
          facts={[
            [t.basics.subscription, subscriptionName === '' ? t.review.notSet : subscriptionName],
            ...basicsFacts(plan, shown, t),
          ]}
        />
      </ReviewSection>
      <ReviewSection
        title={t.tabs.replication}
        help={<ConceptHelp concept="replicas" />}
        onEdit={() => onGoTo('replication')}
      >
        <FactList
          facts={plan.targetRegions.map((region) => [
            regionDisplayName(inventory, region.name),
            t.review.regionFacts(
              replicaCountOf(plan, region) ?? 0,
              t.replication.storageTypes[expectedStorageOf(plan, region, inventory)],
            ),
          ])}
        />
        <ReviewRollout plan={plan} batchSize={batchSize} inventory={inventory} />
      </ReviewSection>
      <ReviewSection
        title={t.tabs.encryption}
        help={<ConceptHelp concept="diskEncryptionSet" />}
        onEdit={() => onGoTo('encryption')}
      >
        <FactList
          facts={[
            [t.encryption.type, t.encryption.types[plan.encryptionType]],
            ...(plan.confidentialVMEncryptionType === null
              ? []
              : [
                  [
                    t.encryption.confidentialType,
                    t.encryption.confidentialTypes[plan.confidentialVMEncryptionType],
                  ] as [string, string],
                ]),
            ...(hasConfidentialDataDisks(plan)
              ? [[t.encryption.confidentialDataDisks, t.yes] as [string, string]]
              : []),
          ]}
        />
        {usesCustomerKeys(plan) && <Message intent="warning">{t.encryption.finalTitle}.</Message>}
        <SetsByRegion plan={plan} inventory={inventory} />
      </ReviewSection>
      <ReviewSection title={t.tabs.tags} onEdit={() => onGoTo('tags')}>
        {plan.tags.length === 0 ? (
          <Text>{t.review.noTags}</Text>
        ) : (
          <FactList facts={plan.tags.map((tag) => [tag.name, tag.value])} />
        )}
      </ReviewSection>
    </div>
  )
}
