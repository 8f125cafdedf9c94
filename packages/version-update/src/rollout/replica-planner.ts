const machinesPerReplica = 50
const maxReplicas = 100

/** What will be started at the same time in a region. */
export interface ConcurrentStarts {
  name: string
  machinesAtOnce: number
  scaleSetsAtOnce: number
}

/** `wanted`: the number without the limit per region */
interface PlannedReplicas {
  name: string
  replicas: number
  wanted: number
}

/**
 * The required replicas for concurrent starts: one for 50 machines and one for each scale set, 1 to 100 in a region.
 * https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery#scaling
 */
export function plannedReplicas(starts: readonly ConcurrentStarts[]): PlannedReplicas[] {
  return starts.map(({ name, machinesAtOnce, scaleSetsAtOnce }) => {
    const wanted = Math.max(Math.ceil(machinesAtOnce / machinesPerReplica) + scaleSetsAtOnce, 1)
    return { name, replicas: Math.min(wanted, maxReplicas), wanted }
  })
}
