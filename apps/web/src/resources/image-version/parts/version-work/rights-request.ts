import type { ImageVersionAct, ImageVersionPermission } from '@portal/portal-api'
import type { ImageVersionTexts } from '../../texts/image-version.en.ts'

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
const roles: Record<ImageVersionAct, string> = {
  read: 'Compute Gallery Image Reader',
  update: 'Compute Gallery Artifacts Publisher',
  repair: 'Compute Gallery Artifacts Publisher',
  delete: 'Compute Gallery Artifacts Publisher',
  createVirtualMachine: 'Virtual Machine Contributor',
  readSets: 'Reader',
}

/** A request to send to an administrator for the missing permissions, each with an Azure role that includes it. */
export function rightsRequest(lacking: ImageVersionPermission[], t: ImageVersionTexts['permissions']): string {
  const lines = lacking.map(({ act, action, scope }) => t.requestLine(action, { role: roles[act], scope, act }))
  return t.request(lines.join('\n\n'))
}
