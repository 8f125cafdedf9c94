import { Button, Text, makeStyles } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons'
import { regionDisplayName } from '@portal/disk-encryption'
import {
  expectedCopies,
  type IssuePath,
  usesCustomerKeys,
  blankPlan,
  hasConfidentialDataDisks,
  type ImageVersionPlan,
  type Inventory,
} from '@portal/image-version'
import type { PolicyVerdict } from '@portal/version-rules'
import { planOfHomeRegion } from '@portal/version-update'
import { useState, type ReactNode } from 'react'
import { useFormats } from '../../../../i18n/formats.ts'
import { CodeDisclosure } from '../../../../patterns/code/CodeDisclosure.tsx'
import { PlanCode } from '../../../../patterns/code/lazy-code.ts'
import { ConceptHelp } from '../../../../patterns/concept-help/ConceptHelp.tsx'
import { ReviewedSets } from '../../../../patterns/key-health/ReviewedSets.tsx'
import { usedSets } from '../../../../patterns/key-health/used-sets.ts'
import { useCellName } from '../../../../patterns/matrix/use-cell-name.ts'
import { PolicyMessage } from '../../../../patterns/policy/PolicyMessage.tsx'
import { basicsFacts } from '../../../../patterns/wizard/basics-facts.ts'
import { ReviewSection } from '../../../../patterns/wizard/ReviewSection.tsx'
import { ReviewVerdict } from '../../../../patterns/wizard/ReviewVerdict.tsx'
import { useSummaryTexts } from '../../../../patterns/wizard/texts/summary-texts.ts'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { FactList } from '../../../../ui/FactList.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { QuotaWarnings, useIsQuotaFull } from '../../../gallery/parts/GalleryQuotas.tsx'
import { regionBatchesOfPlan } from '../../parts/rollout/region-batches.ts'
import { RolloutSteps } from '../../parts/rollout/RolloutSteps.tsx'
import { useRolloutTexts } from '../../texts/rollout-texts.ts'
import { tabOf, type TabId, type TabProps } from '../tabs.ts'
import { foreignResources } from './foreign-resources.ts'
import { ForeignWarning, type Origin } from './ForeignWarning.tsx'
import { RegionDisksTable } from './RegionDisksTable.tsx'

const useStyles = makeStyles({
  toggle: { alignSelf: 'start' },
  // The verdict that is usual has its place while the policies are read: what is below it stays.
  awaited: { visibility: 'hidden' },
})

interface ReviewTabProps extends TabProps {
  /** how many regions other than the source region are added at a time; null: all are created at once */
  batchSize: number | null
  /** how the configuration came in, if someone else can have written it */
  origin: Origin | undefined
  /** display name of the gallery's subscription, '' while none is chosen */
  subscriptionName: string
  /** undefined while the policies are read */
  policyVerdict: PolicyVerdict | undefined
  /** Azure or the user's permissions refuse it, which is shown elsewhere */
  isRefused: boolean
  /** own keys that would be lost */
  risk: ReactNode
  /** all that the version still needs */
  toDo: number
  onGoTo: (tab: TabId) => void
  onGoToField: (path: IssuePath) => void
}

/** The verdict of the rules, then the regions with their disks and keys, then whatever differs from the defaults. */
export function ReviewTab(props: ReviewTabProps) {
  const { plan, batchSize, origin, inventory, issues, policyVerdict, onGoTo, onGoToField } = props
  const styles = useStyles()
  const { wizard: t, policy } = useWizardTexts()
  const s = useSummaryTexts()
  const { gigabytes } = useFormats()
  const cellName = useCellName(plan, inventory)
  const [showsAll, showAll] = useState(false)
  const settings = useReviewedSettings(props, showsAll)
  const foreign = foreignResources(plan)
  const { copies, regions, sizeInGB } = expectedCopies(plan, inventory)
  const isQuotaFull = useIsQuotaFull(plan)
  return (
    <Stack gap="XXL">
      <ReviewVerdict
        issues={issues}
        risk={props.risk}
        toDo={props.toDo}
        isDenied={props.isRefused || policyVerdict?.state === 'denied' || isQuotaFull}
        warning={
          foreign.length > 0 && origin !== undefined ? (
            <ForeignWarning plan={plan} inventory={inventory} origin={origin} ids={foreign} />
          ) : undefined
        }
        tabOf={tabOf}
        labels={t.tabs}
        onGoTo={(_, path) => onGoToField(path)}
      />
      <QuotaWarnings plan={plan} />
      {policyVerdict === undefined ? (
        <Text className={styles.awaited} aria-hidden>
          {policy.requests.version.compliant}
        </Text>
      ) : (
        <PolicyMessage
          request="version"
          verdict={policyVerdict}
          nameOf={cellName}
          goTo={{ label: t.review.goTo(t.tabs.encryption), onClick: () => onGoTo('encryption') }}
        />
      )}
      <ReviewSection
        title={t.tabs.encryption}
        help={<ConceptHelp concept="diskEncryptionSet" />}
        onEdit={() => onGoTo('encryption')}
      >
        <FactList facts={settings.encryption} />
        <ReviewedSets sets={usedSets(plan, inventory)} now={inventory.now} />
        <RegionDisksTable plan={plan} inventory={inventory} />
        {usesCustomerKeys(plan) && <StateLabel look="warning">{t.encryption.finalTitle}</StateLabel>}
      </ReviewSection>
      <ReviewSection
        title={t.tabs.replication}
        help={<ConceptHelp concept="replicas" />}
        onEdit={() => onGoTo('replication')}
      >
        <Text weight="semibold">
          {[
            s.review.total(copies, regions),
            ...(sizeInGB === undefined || copies === 0 ? [] : [s.upTo(gigabytes(sizeInGB))]),
          ].join(' · ')}
        </Text>
        {settings.replication.length > 0 && <FactList facts={settings.replication} />}
        <ReviewRollout plan={plan} batchSize={batchSize} inventory={inventory} />
      </ReviewSection>
      <ReviewSection title={t.tabs.basics} onEdit={() => onGoTo('basics')}>
        <FactList facts={settings.basics} />
      </ReviewSection>
      {(showsAll || plan.tags.length > 0) && (
        <ReviewSection title={t.tabs.tags} onEdit={() => onGoTo('tags')}>
          {plan.tags.length === 0 ? (
            <Text>{t.review.noTags}</Text>
          ) : (
            <FactList facts={plan.tags.map((tag) => [tag.name, tag.value])} />
          )}
        </ReviewSection>
      )}
      <Button
        className={styles.toggle}
        icon={showsAll ? <ChevronUpRegular /> : <ChevronDownRegular />}
        aria-expanded={showsAll}
        onClick={() => showAll(!showsAll)}
      >
        {showsAll ? s.review.showChanged : s.review.showAll}
      </Button>
    </Stack>
  )
}

/** The settings of a plan, tab by tab: all of them, or those that say more than the defaults. */
function useReviewedSettings(
  { plan, inventory, subscriptionName }: { plan: ImageVersionPlan; inventory: Inventory; subscriptionName: string },
  showsAll: boolean,
): Record<'basics' | 'replication' | 'encryption', Fact[]> {
  const t = useWizardTexts().wizard
  const { date } = useFormats()
  const { basics: b, replication: r, encryption: e } = t
  const region = regionDisplayName(inventory, plan.location)
  const basics = basicsFacts(plan, { region, endOfLifeDate: date(plan.endOfLifeDate) }, t)
  const basicDefaults = basicsFacts(blankPlan(plan.imageDefinitionId), { region: '', endOfLifeDate: '' }, t)
  const replication = replicationFacts(plan, t)
  const confidentialType = plan.confidentialVMEncryptionType
  return {
    basics: showsAll
      ? [[b.subscription, subscriptionName === '' ? t.review.notSet : subscriptionName], ...basics]
      : shownFacts(basics, basicDefaults, {
          always: [b.definition, b.versionNumber, b.source],
          derived: [b.resourceGroup, b.gallery, b.region],
        }),
    replication: showsAll
      ? replication
      : shownFacts(replication, replicationFacts(blankPlan(''), t), { always: [], derived: [] }),
    encryption: [
      [e.type, e.types[plan.encryptionType]],
      ...(confidentialType === null
        ? []
        : [[e.confidentialType, e.confidentialTypes[confidentialType]] satisfies Fact]),
      ...(hasConfidentialDataDisks(plan) ? [[e.confidentialDataDisks, t.yes] satisfies Fact] : []),
    ],
  }

  function replicationFacts({ storageAccountType, replicaCount }: ImageVersionPlan, texts: typeof t): Fact[] {
    return [
      [r.defaultStorage, texts.replication.storageTypes[storageAccountType]],
      [r.defaultReplicaCount, replicaCount === null ? texts.review.notSet : String(replicaCount)],
    ]
  }
}

/** A setting as it is shown: its label and its value. */
type Fact = [label: string, value: string]

/**
 * The settings of a plan that the review shows first: those that differ from the `defaults`, and the `always` shown.
 * `derived` ones follow from others, so they come only with all.
 */
function shownFacts(
  facts: readonly Fact[],
  defaults: readonly Fact[],
  of: { always: readonly string[]; derived: readonly string[] },
): Fact[] {
  const untouched = new Map(defaults)
  return facts.filter(
    ([label, value]) => of.always.includes(label) || (!of.derived.includes(label) && untouched.get(label) !== value),
  )
}

interface ReviewRolloutProps {
  plan: ImageVersionPlan
  batchSize: number | null
  inventory: Inventory
}

/**
 * The order in which the regions of a version are added, and the request that starts it; nothing if all are added at
 * once.
 */
function ReviewRollout({ plan, batchSize, inventory }: ReviewRolloutProps) {
  const t = useRolloutTexts()
  const batches = regionBatchesOfPlan(plan, batchSize)
  if (batches.length === 0) return null
  return (
    <>
      <Text weight="semibold">{t.homeFirst}</Text>
      <RolloutSteps home={plan.location} batches={batches} inventory={inventory} />
      <Text>{t.note}</Text>
      <CodeDisclosure summary={t.request}>
        <PlanCode plan={planOfHomeRegion(plan)} inventory={inventory} field="" />
      </CodeDisclosure>
    </>
  )
}
