/** A size of virtual machines, with its facts in the list of SKUs. */
export interface VirtualMachineSize {
  name: string
  family: string
  vCPUs: number
  memoryGB: number
  /** V2 alone for confidential machines */
  hyperVGenerations: 'V1,V2' | 'V2'
  /**
   * `SNP` for confidential machines: https://learn.microsoft.com/azure/confidential-computing/confidential-vm-overview
   */
  confidentialComputingType?: 'SNP'
  /** Premium SSD: https://learn.microsoft.com/azure/virtual-machines/disks-types#premium-ssds */
  premiumIO?: false
}

/** A few of Azure's several hundred. https://learn.microsoft.com/azure/virtual-machines/sizes/overview */
export const virtualMachineSizes: VirtualMachineSize[] = [
  { name: 'Standard_B2s', family: 'standardBSFamily', vCPUs: 2, memoryGB: 4, hyperVGenerations: 'V1,V2' },
  {
    name: 'Standard_D2_v5',
    family: 'standardDv5Family',
    vCPUs: 2,
    memoryGB: 8,
    hyperVGenerations: 'V1,V2',
    premiumIO: false,
  },
  { name: 'Standard_D2s_v5', family: 'standardDSv5Family', vCPUs: 2, memoryGB: 8, hyperVGenerations: 'V1,V2' },
  { name: 'Standard_D4s_v5', family: 'standardDSv5Family', vCPUs: 4, memoryGB: 16, hyperVGenerations: 'V1,V2' },
  { name: 'Standard_D8s_v5', family: 'standardDSv5Family', vCPUs: 8, memoryGB: 32, hyperVGenerations: 'V1,V2' },
  { name: 'Standard_E4s_v5', family: 'standardESv5Family', vCPUs: 4, memoryGB: 32, hyperVGenerations: 'V1,V2' },
  {
    name: 'Standard_DC2as_v5',
    family: 'standardDCASv5Family',
    vCPUs: 2,
    memoryGB: 8,
    hyperVGenerations: 'V2',
    confidentialComputingType: 'SNP',
  },
  {
    name: 'Standard_EC4as_v5',
    family: 'standardECASv5Family',
    vCPUs: 4,
    memoryGB: 32,
    hyperVGenerations: 'V2',
    confidentialComputingType: 'SNP',
  },
]
