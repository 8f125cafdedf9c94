import type { ArmOperation } from '../request.ts'

const kilobyte = 1024
const megabyte = 1024 ** 2

/**
 * How many bytes of a body an operation reads. Azure accepts 4 MB for every operation, which only templates need: an
 * image version of 60 regions with 65 sets each, with the longest possible IDs, has 1.3 MB, a machine with its custom
 * data 90 kB. https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-request-entity-too-large
 */
export function bodyLimitOf({ path }: ArmOperation): number {
  if (path.includes('/Microsoft.Resources/deployments/')) return 4 * megabyte
  if (path.includes('/images/')) return 2 * megabyte
  return 256 * kilobyte
}

/** The limit as in an error message: `4 MB`. */
export function shownLimit(bytes: number): string {
  return bytes < megabyte ? `${bytes / kilobyte} KB` : `${bytes / megabyte} MB`
}
