import type { Directory } from '@portal/portal-api'

/** A directory with its domain, as the Azure portal shows it: names alone are not unique. */
export function directoryLabel({ displayName, defaultDomain }: Directory): string {
  return defaultDomain === '' ? displayName : `${displayName} (${defaultDomain})`
}
