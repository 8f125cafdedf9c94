import { hasConfidentialDataDisks, type ImageVersionPlan } from '../plan.ts'

/** The plan as tools can say it that do not know the encryption of data disks of confidential machines. */
export function withoutConfidentialDataDisks(plan: ImageVersionPlan): ImageVersionPlan {
  if (!hasConfidentialDataDisks(plan)) return plan
  return {
    ...plan,
    confidentialDataDisks: false,
    targetRegions: plan.targetRegions.map((region) => ({
      ...region,
      encryption: { ...region.encryption, dataDiskImages: [] },
    })),
  }
}
