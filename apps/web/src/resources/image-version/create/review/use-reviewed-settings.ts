import { regionDisplayName } from '@portal/disk-encryption'
import { blankPlan, hasConfidentialDataDisks, type ImageVersionPlan, type Inventory } from '@portal/image-version'
import { useFormats } from '../../../../i18n/formats.ts'
import { basicsFacts } from '../../../../patterns/wizard/basics-facts.ts'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { shownFacts, type Fact } from './shown-facts.ts'

interface Reviewed {
  plan: ImageVersionPlan
  inventory: Inventory
  subscriptionName: string
}

/** The settings of a plan, tab by tab: all of them, or those that say more than the defaults. */
export function useReviewedSettings(
  { plan, inventory, subscriptionName }: Reviewed,
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
