import type { ArmOperation } from '../request.ts'

const kilobyte = 1024
const megabyte = 1024 ** 2

/**
 * How many bytes of a body an operation reads. Azure takes 4 MB of every one, which only templates need: an image
 * version of 60 regions with 65 sets each, their ids as long as can be, has 1.3 MB, a machine with its custom data 90
 * kB.
 * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-request-entity-too-large
 */
export function bodyLimitOf({ path }: ArmOperation): number {
  if (path.includes('/Microsoft.Resources/deployments/')) return 4 * megabyte
  if (path.includes('/images/')) return 2 * megabyte
  return 256 * kilobyte
}

/** The limit as a refusal tells it: `4 MB`. */
export function shownLimit(bytes: number): string {
  return bytes < megabyte ? `${bytes / kilobyte} KB` : `${bytes / megabyte} MB`
}
