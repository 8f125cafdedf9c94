import { errorAt, type ImageVersionPlan, type Issue, type IssuePath, replicaCountOf } from '@portal/image-version'

const min = 1
const max = 100

// A region keeps 1 to 100 replicas.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function replicaCountIssues(plan: ImageVersionPlan): Issue[] {
  const outOfRange = (path: IssuePath, count: number | null): Issue[] =>
    isReplicaCount(count) ? [] : [errorAt(path, 'ReplicaCountOutOfRange', { min, max })]
  return [
    ...outOfRange(['replicaCount'], plan.replicaCount),
    ...plan.targetRegions.flatMap(({ regionalReplicaCount }, index) =>
      // null means the plan's own count, which is checked above
      regionalReplicaCount === null
        ? []
        : outOfRange(['targetRegions', index, 'regionalReplicaCount'], regionalReplicaCount),
    ),
  ]
}

// A version has at most 100 replicas, all regions together.
// https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery
export function replicaTotalIssues(plan: ImageVersionPlan): Issue[] {
  const counts = plan.targetRegions.filter(({ name }) => name !== '').map((region) => replicaCountOf(plan, region))
  if (!counts.every(isReplicaCount)) return []
  const total = counts.reduce((sum, count) => sum + count, 0)
  return total > max ? [errorAt(['targetRegions'], 'ReplicaTotalTooHigh', { total, max })] : []
}

function isReplicaCount(count: number | null): count is number {
  return count !== null && Number.isInteger(count) && count >= min && count <= max
}
