import { hasConfidentialDataDisks, type ImageVersionPlan } from '@portal/image-version'

/** The plan for tools that do not support the encryption of data disks of confidential machines. */
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
