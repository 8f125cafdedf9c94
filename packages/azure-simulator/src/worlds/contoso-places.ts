import type { Place } from './resource-builders.ts'

/** Contoso's own tenant. */
export const tenantId = 'c0470500-0000-4000-8000-000000000001'

/** The resource group in the subscription Contoso Production with nearly everything. */
export const production: Place = {
  subscriptionId: 'c0470500-0000-4000-8000-00000000a001',
  group: 'myResourceGroup',
}

/** The group of the subscription Contoso Development. */
export const development: Place = {
  subscriptionId: 'c0470500-0000-4000-8000-00000000a002',
  group: 'devResourceGroup',
}

/** A group of Production with images for particular hardware. */
export const hardware: Place = { ...production, group: 'hardwareResourceGroup' }

/** A group of Production where a policy denies platform-managed keys. */
export const governed: Place = { ...production, group: 'governedResourceGroup' }

/** The group of the subscription Contoso Builds with its gallery. */
export const builds: Place = {
  subscriptionId: 'c0470500-0000-4000-8000-00000000a003',
  group: 'buildResourceGroup',
}

/** The group of the subscription Contoso Web, of a team that has no role on the galleries. */
export const web: Place = {
  subscriptionId: 'c0470500-0000-4000-8000-00000000a004',
  group: 'webResourceGroup',
}
