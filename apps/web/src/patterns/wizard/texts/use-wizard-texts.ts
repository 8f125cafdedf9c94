import { policyEn, type PolicyTexts } from '../../../i18n/answers/policy.en.ts'
import { policyIt } from '../../../i18n/answers/policy.it.ts'
import { readinessEn, type ReadinessTexts } from '../../../i18n/answers/readiness-notes.en.ts'
import { readinessIt } from '../../../i18n/answers/readiness-notes.it.ts'
import { catalogue } from '../../../i18n/catalogue.ts'
import type { Language } from '../../../i18n/language.ts'
import { snapshotsEn, type SnapshotTexts } from './snapshots.en.ts'
import { snapshotsIt } from './snapshots.it.ts'
import { wizardEn, type WizardTexts } from './wizard.en.ts'
import { wizardIt } from './wizard.it.ts'

interface AllWizardTexts {
  wizard: WizardTexts
  readiness: ReadinessTexts
  policy: PolicyTexts
  snapshots: SnapshotTexts
}

export const wizardTexts: Record<Language, AllWizardTexts> = {
  en: { wizard: wizardEn, readiness: readinessEn, policy: policyEn, snapshots: snapshotsEn },
  it: { wizard: wizardIt, readiness: readinessIt, policy: policyIt, snapshots: snapshotsIt },
}

/** The texts of the create wizard in the language shown. */
export const useWizardTexts = catalogue(wizardTexts)
