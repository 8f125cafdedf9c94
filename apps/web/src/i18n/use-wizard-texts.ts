import { useLanguage, type Language } from './language.ts'
import { policyEn, type PolicyTexts } from './policy.en.ts'
import { policyIt } from './policy.it.ts'
import { readinessEn } from './readiness.en.ts'
import type { ReadinessTexts } from './readiness.en.ts'
import { readinessIt } from './readiness.it.ts'
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

/** Both languages, since they come with the code of the wizard only. */
export const wizardTexts: Record<Language, AllWizardTexts> = {
  en: { wizard: wizardEn, readiness: readinessEn, policy: policyEn, snapshots: snapshotsEn },
  it: { wizard: wizardIt, readiness: readinessIt, policy: policyIt, snapshots: snapshotsIt },
}

/** The texts of the create wizard in the language shown. */
export function useWizardTexts(): AllWizardTexts {
  return wizardTexts[useLanguage()]
}
