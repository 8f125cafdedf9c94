import { usualActions, type RoleDefinition } from './role-definition.ts'

/**
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/compute and …/networking, …/identity: what
 * a virtual machine needs
 */
export const computeRoles = {
  'Compute Gallery Artifacts Publisher': {
    id: '85a2d0d9-2eba-4c9c-b355-11c2cc0788ab',
    description: 'This is the role for publishing gallery artifacts.',
    actions: [
      'Microsoft.Compute/galleries/*',
      'Microsoft.Compute/locations/capsOperations/read',
      'Microsoft.Compute/locations/communityGalleries/*',
      'Microsoft.Compute/locations/sharedGalleries/*',
      'Microsoft.Compute/images/*',
      'Microsoft.Compute/virtualMachines/write',
      'Microsoft.Compute/disks/write',
      'Microsoft.Authorization/*/read',
      'Microsoft.Insights/alertRules/*',
      'Microsoft.Resources/deployments/*',
      'Microsoft.Resources/subscriptions/resourceGroups/read',
    ],
    notActions: ['Microsoft.Compute/galleries/share/action'],
  },
  'Compute Gallery Image Reader': {
    id: 'cf7c76d2-98a3-4358-a134-615aa78bf44d',
    description: 'This is the role for reading gallery images.',
    actions: ['Microsoft.Compute/galleries/images/read', 'Microsoft.Compute/galleries/images/versions/read'],
  },
  'Compute Gallery Sharing Admin': {
    id: '1ef6a3be-d0ac-425d-8c01-acb62866290b',
    description: 'This role allows user to share gallery to another subscription/tenant or share it to the public.',
    actions: ['Microsoft.Compute/galleries/share/action'],
  },
  'Disk Snapshot Contributor': {
    id: '7efff54f-a5b4-42b5-a1c5-5411624893ce',
    description: 'Provides permission to backup vault to manage disk snapshots.',
    actions: [
      'Microsoft.Authorization/*/read',
      'Microsoft.Resources/subscriptions/resourceGroups/read',
      'Microsoft.Compute/snapshots/delete',
      'Microsoft.Compute/snapshots/write',
      'Microsoft.Compute/snapshots/read',
      'Microsoft.Compute/snapshots/beginGetAccess/action',
      'Microsoft.Compute/snapshots/endGetAccess/action',
      'Microsoft.Compute/disks/beginGetAccess/action',
      'Microsoft.Storage/storageAccounts/listkeys/action',
      'Microsoft.Storage/storageAccounts/write',
      'Microsoft.Storage/storageAccounts/read',
      'Microsoft.Storage/storageAccounts/delete',
    ],
  },
  'Storage Account Key Operator Service Role': {
    id: '81a9662b-bebf-436f-a333-f67b29880f12',
    description: 'Storage Account Key Operators are allowed to list and regenerate keys on Storage Accounts',
    actions: [
      'Microsoft.Storage/storageAccounts/listkeys/action',
      'Microsoft.Storage/storageAccounts/regeneratekey/action',
    ],
  },
  // Of its actions, those on types that are served here.
  'Virtual Machine Contributor': {
    id: '9980e02c-c2be-4d73-94e8-173b1dc7cf3c',
    description:
      "Lets you manage virtual machines, but not access to them, and not the virtual network or storage account they're connected to.",
    actions: [
      ...usualActions,
      'Microsoft.Compute/availabilitySets/*',
      'Microsoft.Compute/locations/*',
      'Microsoft.Compute/virtualMachines/*',
      'Microsoft.Compute/virtualMachineScaleSets/*',
      'Microsoft.Compute/disks/write',
      'Microsoft.Compute/disks/read',
      'Microsoft.Compute/disks/delete',
      'Microsoft.Network/locations/*',
      'Microsoft.Network/networkInterfaces/*',
      'Microsoft.Network/networkSecurityGroups/join/action',
      'Microsoft.Network/networkSecurityGroups/read',
      'Microsoft.Network/publicIPAddresses/join/action',
      'Microsoft.Network/publicIPAddresses/read',
      'Microsoft.Network/virtualNetworks/read',
      'Microsoft.Network/virtualNetworks/subnets/join/action',
      'Microsoft.Storage/storageAccounts/listKeys/action',
      'Microsoft.Storage/storageAccounts/read',
    ],
  },
  'Network Contributor': {
    id: '4d97b98b-1d4f-4787-a291-c67834d212e7',
    description: 'Lets you manage networks, but not access to them.',
    actions: [...usualActions, 'Microsoft.Network/*', 'Microsoft.ResourceHealth/availabilityStatuses/read'],
  },
  'Managed Identity Contributor': {
    id: 'e40ec5ca-96e0-45a2-b4ff-59039f2c2b59',
    description: 'Create, Read, Update, and Delete User Assigned Identity',
    actions: [
      ...usualActions,
      'Microsoft.ManagedIdentity/userAssignedIdentities/read',
      'Microsoft.ManagedIdentity/userAssignedIdentities/write',
      'Microsoft.ManagedIdentity/userAssignedIdentities/delete',
    ],
  },
  'Managed Identity Operator': {
    id: 'f1a07417-d97a-45cb-824c-7a7467783830',
    description: 'Read and Assign User Assigned Identity',
    actions: [
      ...usualActions,
      'Microsoft.ManagedIdentity/userAssignedIdentities/*/read',
      'Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action',
    ],
  },
} satisfies Record<string, RoleDefinition>
