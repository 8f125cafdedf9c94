const machinesPerReplica = 50
const maxReplicas = 100

/** What is to be started at once in a region. */
export interface RegionDemand {
  name: string
  machinesAtOnce: number
  scaleSetsAtOnce: number
}

export interface ReplicaPlan {
  /** `wanted`: how many there would be if a region might keep any number */
  regions: { name: string; replicas: number; wanted: number }[]
  totalReplicas: number
  /** undefined where the size of the image is not known */
  totalGB: number | undefined
  /** whether a version may have that many, all regions together */
  isAllowed: boolean
}

/**
 * The replicas to keep for what is started at once: one for 50 machines and one for each scale set, 1 to 100 in a region
 * and 100 in all. `imageSizeInGB`: of one copy, all its disks.
 * https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery#scaling
 */
export function replicaPlan(demands: readonly RegionDemand[], imageSizeInGB: number | undefined): ReplicaPlan {
  const regions = demands.map(({ name, machinesAtOnce, scaleSetsAtOnce }) => {
    const wanted = Math.max(Math.ceil(machinesAtOnce / machinesPerReplica) + scaleSetsAtOnce, 1)
    return { name, replicas: Math.min(wanted, maxReplicas), wanted }
  })
  const totalReplicas = regions.reduce((sum, { replicas }) => sum + replicas, 0)
  return {
    regions,
    totalReplicas,
    totalGB: imageSizeInGB === undefined ? undefined : totalReplicas * imageSizeInGB,
    isAllowed: totalReplicas <= maxReplicas,
  }
}
