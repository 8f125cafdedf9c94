/** A size of virtual machines, with its facts in the list of SKUs. */
export interface VirtualMachineSize {
  name: string
  family: string
  vCPUs: number
  memoryGB: number
  maxDataDiskCount: number
  /** V2 alone for confidential machines, for Arm64, and from generation 6 on */
  hyperVGenerations: 'V1' | 'V1,V2' | 'V2'
  architecture: 'x64' | 'Arm64'
  /** undefined: Azure names none, and means SCSI */
  diskControllerTypes?: 'SCSI' | 'NVMe' | 'SCSI,NVMe'
  /**
   * `SNP` for confidential machines: https://learn.microsoft.com/azure/confidential-computing/confidential-vm-overview
   */
  confidentialComputingType?: 'SNP'
  /** Premium SSD: https://learn.microsoft.com/azure/virtual-machines/disks-types#premium-ssds */
  premiumIO?: false
  encryptionAtHost?: false
  acceleratedNetworking?: false
  trustedLaunchDisabled?: true
  hibernationSupported?: true
  gpus?: number
  temporaryDiskMB?: number
  /** MM/DD/YYYY, of a series whose end Microsoft has announced */
  retirementDateUtc?: string
}

/** A series: what its sizes have in common, and of each its vCPUs, memory in GB, and number of data disks. */
interface Series extends Omit<VirtualMachineSize, 'name' | 'vCPUs' | 'memoryGB' | 'maxDataDiskCount'> {
  sizes: Record<string, [vCPUs: number, memoryGB: number, maxDataDiskCount: number]>
}

const x64 = { hyperVGenerations: 'V1,V2', architecture: 'x64' } as const
const x64OfV2 = { hyperVGenerations: 'V2', architecture: 'x64' } as const
const nvmeOnly = { ...x64OfV2, diskControllerTypes: 'NVMe' } as const
const arm64 = { hyperVGenerations: 'V2', architecture: 'Arm64' } as const
const confidential = { ...x64OfV2, confidentialComputingType: 'SNP' } as const
const in2028 = { may: '05/01/2028', november: '11/15/2028' }

// A few of Azure's, with the families and capabilities that its list names; DIFFERENCES.md says which were recorded.
// https://learn.microsoft.com/azure/virtual-machines/sizes/overview
const series: Series[] = [
  { family: 'standardDv5Family', ...x64, premiumIO: false, sizes: { D2_v5: [2, 8, 4] } },
  {
    family: 'standardDSv5Family',
    ...x64,
    hibernationSupported: true,
    sizes: { D2s_v5: [2, 8, 4], D4s_v5: [4, 16, 8], D8s_v5: [8, 32, 16] },
  },
  { family: 'standardESv5Family', ...x64, hibernationSupported: true, sizes: { E4s_v5: [4, 32, 8] } },
  {
    family: 'standardEBDSv5Family',
    ...x64,
    diskControllerTypes: 'SCSI,NVMe',
    temporaryDiskMB: 153_600,
    sizes: { E4bds_v5: [4, 32, 8] },
  },
  { family: 'standardDCASv5Family', ...confidential, sizes: { DC2as_v5: [2, 8, 4] } },
  { family: 'standardECASv5Family', ...confidential, sizes: { EC4as_v5: [4, 32, 8] } },
  { family: 'StandardDsv6Family', ...nvmeOnly, sizes: { D2s_v6: [2, 8, 8], D4s_v6: [4, 16, 12] } },
  { family: 'StandardEsv6Family', ...nvmeOnly, sizes: { E4s_v6: [4, 32, 12] } },
  { family: 'standardDav6Family', ...nvmeOnly, sizes: { D2as_v6: [2, 8, 4] } },
  { family: 'StandardDsv7Family', ...nvmeOnly, sizes: { D2s_v7: [2, 8, 8], D4s_v7: [4, 16, 12] } },
  { family: 'StandardEsv7Family', ...nvmeOnly, sizes: { E4s_v7: [4, 32, 12] } },
  { family: 'standardDPSv5Family', ...arm64, trustedLaunchDisabled: true, sizes: { D2ps_v5: [2, 8, 4] } },
  {
    family: 'StandardDpsv6Family',
    ...arm64,
    diskControllerTypes: 'SCSI',
    sizes: { D2ps_v6: [2, 8, 8], D4ps_v6: [4, 16, 12] },
  },
  { family: 'StandardEpsv6Family', ...arm64, diskControllerTypes: 'SCSI', sizes: { E4ps_v6: [4, 32, 12] } },
  {
    family: 'Standard NCASv3_T4 Family',
    ...x64,
    gpus: 1,
    temporaryDiskMB: 360_448,
    sizes: { NC16as_T4_v3: [16, 110, 32] },
  },
  {
    family: 'StandardNCADSA100v4Family',
    ...x64OfV2,
    gpus: 1,
    temporaryDiskMB: 65_536,
    sizes: { NC24ads_A100_v4: [24, 220, 8] },
  },
  {
    family: 'standardBSFamily',
    ...x64,
    acceleratedNetworking: false,
    temporaryDiskMB: 8_192,
    retirementDateUtc: in2028.november,
    sizes: { B2s: [2, 4, 4] },
  },
  {
    family: 'standardDSv2Family',
    ...x64,
    temporaryDiskMB: 14_336,
    retirementDateUtc: in2028.may,
    sizes: { DS2_v2: [2, 7, 8] },
  },
  {
    family: 'standardDv2Family',
    hyperVGenerations: 'V1',
    architecture: 'x64',
    premiumIO: false,
    encryptionAtHost: false,
    temporaryDiskMB: 102_400,
    retirementDateUtc: in2028.may,
    sizes: { D2_v2: [2, 7, 8] },
  },
]

/** All sizes, each available everywhere. */
export const virtualMachineSizes: VirtualMachineSize[] = series.flatMap(({ sizes, ...facts }) =>
  Object.entries(sizes).map(([size, [vCPUs, memoryGB, maxDataDiskCount]]) => ({
    ...facts,
    name: `Standard_${size}`,
    vCPUs,
    memoryGB,
    maxDataDiskCount,
  })),
)

/** The facts of a size, in any case; undefined for one that is not in the list. */
export function sizeNamed(name: string | undefined): VirtualMachineSize | undefined {
  return virtualMachineSizes.find((one) => one.name.toLowerCase() === name?.toLowerCase())
}
