import type { MachineDiskType, MachineSecurityType, SecurityEncryptionType } from '@portal/virtual-machine'
import { roleRequestEn } from '../../../i18n/role-request.ts'

/** What the owner of a subscription is asked for, so that the terms of a plan are accepted in it. */
export interface TermsRequest {
  scope: string
  plan: string
  actions: string
  command: string
}

/** Azure's names of what a machine needs around it. */
const resourceTypes: Record<string, string> = {
  virtualMachines: 'Virtual machine',
  networkInterfaces: 'Network interface',
  networkSecurityGroups: 'Network security group',
  virtualNetworks: 'Virtual network',
  publicIPAddresses: 'Public IP address',
}

/** Azure's words for the power of a machine. */
const powerStates: Record<string, string> = {
  running: 'Running',
  starting: 'Starting',
  stopping: 'Stopping',
  stopped: 'Stopped',
  deallocating: 'Deallocating',
  deallocated: 'Stopped (deallocated)',
}

/** Texts of virtual machines, in English: of the wizard that makes one from an image version, and of its page. */
export const machineEn = {
  title: 'Create a virtual machine',
  tabs: {
    basics: 'Basics',
    disks: 'Disks',
    networking: 'Networking',
    tags: 'Tags',
    review: 'Review + create',
  },
  securityTypes: {
    Standard: 'Standard',
    TrustedLaunch: 'Trusted launch virtual machines',
    ConfidentialVM: 'Confidential virtual machines',
  } satisfies Record<MachineSecurityType, string>,
  storageTypes: {
    Premium_LRS: 'Premium SSD LRS',
    StandardSSD_LRS: 'Standard SSD LRS',
    Standard_LRS: 'Standard HDD LRS',
  } satisfies Record<MachineDiskType, string>,
  confidentialTypes: {
    VMGuestStateOnly: 'VM guest state only',
    DiskWithVMGuestState: 'OS disk and VM guest state',
    NonPersistedTPM: 'Non-persisted TPM',
  } satisfies Record<SecurityEncryptionType, string>,
  basics: {
    project: 'Project details',
    subscription: 'Subscription',
    resourceGroup: 'Resource group',
    existingGroup: 'Use existing',
    newGroup: 'Create new',
    existingGroupName: 'Existing resource group',
    newGroupName: 'New resource group',
    noGroups:
      'No resource groups found, or you don’t have permission to view them. Create one, or ask for the Reader role.',
    newGroupHint: 'Created in the region of the virtual machine.',
    instance: 'Instance details',
    name: 'Virtual machine name',
    region: 'Region',
    regionHint: 'Regions that the image version is replicated to.',
    notReplicated: 'The image version isn’t replicated here',
    image: 'Image',
    securityType: 'Security type',
    secureBoot: 'Enable secure boot',
    vTpm: 'Enable vTPM',
    sizes: {
      size: 'Size',
      afterRegion: 'Choose a subscription and region to see the available sizes.',
      none: 'No sizes for this image are available to you in this region. Choose another region or security type.',
      noneFound: 'No matching sizes',
      proposed: 'Proposed: the smallest size of a current series that fits the image.',
      forNvme: (count: number) => `Sizes that require NVMe: ${count}. To use them, add NVMe to the image definition.`,
      facts: (vCPUs: number, memory: string) => `${vCPUs} vCPU, ${memory} memory`,
      retiring: 'Sizes that Azure retires, with the date',
      unfit: 'Sizes that don’t fit the image',
      reasons: {
        generation: (generation: string) => `generation ${generation} only`,
        architecture: (architecture: string) => `${architecture} only`,
        dataDisks: (max: number) => `data disks: ${max} at most`,
        nvme: 'NVMe only',
        confidentialOnly: 'confidential virtual machines only',
        notConfidential: 'no confidential virtual machines',
        noTrustedLaunch: 'no trusted launch',
      },
    },
    administrator: 'Administrator account',
    authenticationType: 'Authentication type',
    authenticationTypes: { SshPublicKey: 'SSH public key', Password: 'Password' },
    username: 'Username',
    password: 'Password',
    sshPublicKey: 'SSH public key',
    sshPublicKeyHint: 'The content of a .pub file.',
    secretHint: 'Sent to Azure as a secure parameter and not stored. If you reload the page, enter it again.',
    specialized:
      'This image is specialized, so accounts and settings come from the image. There’s nothing to enter here.',
  },
  purchasePlan: {
    label: 'Purchase plan',
    hint: 'From the image definition, and can’t be changed. Azure can refuse to attach its disks to VMs with a different plan or none.',
    accepted: 'Terms accepted',
    notAccepted: 'Terms not accepted',
    notRead: 'Terms not read',
    accept: 'Accept terms',
    title: 'Accept the terms of the purchase plan?',
    intro: (subscription: string) =>
      `The terms are accepted once, for all virtual machines in subscription ${subscription}. The publisher might charge for the plan.`,
    links: { license: 'License', privacy: 'Privacy policy', marketplace: 'Azure Marketplace terms' },
    confirm: 'Accept',
    requestIntro: 'You don’t have permission to accept the terms. Send this request to an owner of the subscription:',
    request: ({ scope, plan, actions, command }: TermsRequest) =>
      `Please accept the terms of a purchase plan of Azure Marketplace, or assign a role to my account in Azure.\n${roleRequestEn(
        {
          role: `Contributor, or a role that includes ${actions}`,
          scope,
          reason: `Create virtual machines from an image with purchase plan ${plan}`,
        },
      )}\nCommand: ${command}`,
  },
  disks: {
    encryption: 'VM disk encryption',
    intro:
      'By default, each disk uses the same set as the image version in this region. You can choose another set in the VM’s subscription and region.',
    noRegion: 'Choose a region on the Basics tab to see the disks and their sets.',
    encryptionAtHost: 'Encryption at host',
    encryptionAtHostHint: 'Also encrypts temporary disks and caches on the host.',
    keyManagement: 'Key management',
    keyManagementOf: (disk: string) => `Key management of ${disk}`,
    platformKey: 'Platform-managed key',
    keyGroups: {
      EncryptionAtRestWithCustomerKey: 'Customer-managed key',
      EncryptionAtRestWithPlatformAndCustomerKeys: 'Platform-managed and customer-managed keys',
      ConfidentialVmEncryptedWithCustomerKey: 'Confidential disk encryption',
    },
    asInImage: 'same as the image',
    noWayBack: 'Disks that the image encrypts with customer-managed keys can’t return to platform-managed keys.',
    storageType: 'Storage account type',
    storageTypeOf: (disk: string) => `Storage account type of ${disk}`,
    confidential: 'Confidential OS disk encryption',
    confidentialType: 'Confidential compute encryption type',
    fixedByImage: 'Determined by the image.',
    confidentialSet: 'Confidential disk encryption set',
  },
  networking: {
    heading: 'Network interface',
    intro: 'A network interface and a network security group are created for the VM.',
    network: 'Virtual network',
    networks: { New: 'Create new', Existing: 'Use existing' },
    name: 'Name',
    addressSpace: 'Address space',
    subnetName: 'Subnet name',
    subnetAddressRange: 'Subnet address range',
    subnet: 'Subnet',
    noSubnets: 'No virtual networks found in this region, or you don’t have permission to view them. Create a new one.',
    privateSubnet: 'Private subnet',
    privateSubnetHint:
      'In a private subnet, VMs reach the internet only through a public IP address, a NAT gateway, or another outbound method that you set up.',
    privateRange: (range: string) => `${range}, private`,
    publicIp: 'Public IP address',
    publicIpHint: 'Without a public IP address, the VM can only be reached from its virtual network.',
    inbound: 'Public inbound ports',
    ports: { Linux: 'Allow SSH (22)', Windows: 'Allow RDP (3389)' },
    inboundWarning: 'Anyone on the internet can try to sign in. Use this for testing only.',
  },
  review: {
    enabled: 'Yes',
    off: 'No',
    noPorts: 'None',
    newNamed: (name: string) => `${name} (new)`,
    preview: 'Planned changes',
    asking: 'Getting the planned changes from Azure…',
    nothingYet: 'Azure validated the template. Nothing has been created yet.',
    newGroup: 'Azure can’t preview changes in a resource group that doesn’t exist yet.',
    missingTitle: 'You don’t have permission to create this virtual machine',
    missing: (actions: string) =>
      `Missing permissions: ${actions}. Ask a resource group owner for roles that include them, such as Virtual Machine Contributor and Network Contributor.`,
    resource: 'Resource',
    type: 'Type',
    change: 'Change',
    changes: {
      Create: 'Create',
      Modify: 'Modify',
      NoChange: 'No change',
      Deploy: 'Deploy',
      Unsupported: 'Can’t be previewed',
    },
    template: 'Template',
    templateHint: 'The template that is sent to Azure. The password or key is a parameter and isn’t included.',
    showTemplate: 'Show template',
    copyTemplate: 'Copy template',
  },
  submission: {
    notSentTitle: 'Nothing was created',
    notSent: 'No deployment was found for this VM. Your draft is kept.',
    verified: 'Your identity is verified. Enter the password or key again if needed, and then select Create.',
  },
  test: {
    open: 'Delete test machine',
    title: 'Delete test machine?',
    goes: (group: string) => `Azure permanently deletes resource group ${group} with everything in it:`,
    lacking: (actions: string) => `You don’t have permission to delete it. Missing actions: ${actions}`,
    delete: 'Delete',
  },
  page: {
    kind: 'Virtual machine',
    deployment: 'Deployment',
    states: { Running: 'Creating the virtual machine', Succeeded: 'Created', Failed: 'Failed', Canceled: 'Canceled' },
    elapsed: (duration: string) => `Elapsed: ${duration}`,
    leave: 'You can leave this page. The deployment continues in Azure.',
    failed:
      'See the reason next to the failed resource. Resources that were already created stay in the resource group.',
    canceled: 'The deployment was canceled in Azure.',
    tryAgain: 'Edit and try again',
    resource: 'Resource',
    type: 'Type',
    state: 'State',
    took: 'Duration',
    resourceStates: { Waiting: 'Waiting', Running: 'In progress', Succeeded: 'Created', Failed: 'Failed' },
    resourceTypes,
    disks: 'Disks and keys',
    disk: 'Disk',
    size: 'Size',
    storage: 'Storage',
    encryption: 'Applied encryption',
    verdicts: {
      'as-asked': 'As requested',
      differs: 'Not as requested',
      stored: 'Customer-managed key',
      'platform-key': 'Platform-managed key',
    },
    asked: 'requested',
    platformKey: 'Platform-managed key',
    differenceTitle: 'The applied encryption differs from your request',
    difference: (disks: string) =>
      `Disks in red: ${disks}. Until this is resolved, don’t use them for data that must be encrypted with your own keys.`,
    azureDiskEncryption: 'Azure Disk Encryption (in the guest OS)',
    retirementTitle: 'Azure Disk Encryption retires on September 15, 2028',
    retirement: (disks: string) =>
      `Disks: ${disks}. After that date, they can’t be unlocked after a restart, so move them to encryption at host first.`,
    properties: 'Properties',
    status: 'Status',
    powerStates,
    imageVersion: 'Image version',
    machineSize: 'VM size',
    region: 'Region',
    operatingSystem: 'Operating system',
    securityType: 'Security type',
    encryptionAtHost: 'Encryption at host',
    tags: 'Tags',
    noTags: 'No tags',
    resourceId: 'Resource ID',
    notKnown: 'unknown',
  },
}

export type MachineTexts = typeof machineEn
