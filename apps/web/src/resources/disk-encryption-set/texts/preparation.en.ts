import type { PartState, PreparationIssueCode, PreparationProgress, PreparedPart } from '@portal/disk-encryption'
import type { PreparationPreview } from '@portal/portal-api'

const sets = (count: number) => (count === 1 ? '1 disk encryption set' : `${count} disk encryption sets`)

/** Texts of creating disk encryption sets, in English. They come with that part of the portal only. */
export const preparationEn = {
  open: (count: number, region: string) =>
    count === 1 ? `Create missing set in ${region}…` : `Create ${count} missing sets…`,
  underWay: (regions: string) => `Azure is creating disk encryption sets in ${regions}.`,
  showProgress: 'Show progress',
  title: 'Create disk encryption sets',
  close: 'Close',
  steps: { names: 'Names', preview: 'Preview', progress: 'Progress' },
  names: {
    intro:
      'For each region, Azure creates a key vault, a key, an identity, and a disk encryption set in the gallery’s resource group.',
    pattern: 'Name pattern',
    patternHint: 'For all sets. For example, {Region} becomes JapanEast, and {region} becomes japaneast.',
    permissionModel: 'Permission model of new key vaults',
    permissionModels: { Roles: 'Azure role-based access control', AccessPolicies: 'Vault access policy' },
    rolesForbidden:
      'You don’t have permission to assign roles in this resource group, so access policies are used. To use roles, ask for that permission.',
    rotation: 'Auto key rotation',
    rotationHint: 'The set moves to a new key version within an hour.',
    keyRotation: 'Rotation policy of new keys',
    keyRotationHint:
      'New key versions are created automatically. Without a policy, there’s no new version that the set can move to.',
    rotateAfter: 'Days until a new version',
    expireAfter: 'Days until a version expires',
    orchestrator: 'Object ID of the Confidential VM Orchestrator',
    orchestratorHint:
      'Releases the keys of confidential disks. To find the ID, run: az ad sp show --id bf7b6499-ff71-4aa2-97a4-f372087be7f0 --query id',
    set: 'Disk encryption set',
    vault: 'Key vault',
    newVault: 'New key vault',
    vaultName: 'Key vault name',
    key: 'Key',
    newKey: 'New key',
    keyName: 'Key name',
    identity: 'User-assigned identity',
    labelIn: (label: string, region: string) => `${label} in ${region}`,
    preview: 'Preview',
  },
  elsewhere: {
    place: 'Keys',
    places: { here: 'In key vaults of this tenant', there: 'In another tenant’s key vaults' },
    intro:
      'For each region, Azure creates a disk encryption set in the gallery’s resource group. Its key stays in the other tenant’s key vault.',
    client: 'Multi-tenant application',
    clientHint: 'Client ID. The other tenant grants this application access to its keys.',
    identity: 'User-assigned identity',
    identityHint: 'Resource ID. The application trusts this identity through a federated identity credential.',
    keyUrl: 'Key URL',
    keyUrlHint: (keyVaultDns: string) =>
      `In a key vault in this region, with the key version: https://name.${keyVaultDns}/keys/key/version`,
    here: 'Create the application and the identity',
    there: 'Request for the other tenant',
    request: ({ application, regions, commands }: { application: string; regions: string; commands: string }) =>
      `Please allow us to encrypt disks with a key that stays in your tenant.

1. For each region, create a key vault with purge protection in that region, and in it an RSA key of 2,048, 3,072, or 4,096 bits.
   Regions: ${regions}
2. Grant our multi-tenant application access to the key vault: the role Key Vault Crypto Service Encryption User.
   Application (client) ID: ${application}
3. Send us the URL of the key, with its version.

Azure CLI commands for step 2, in your tenant:
${commands}`,
  },
  issues: {
    DiskEncryptionSetNameInvalid: 'Use 1 to 80 letters, digits, hyphens, and underscores.',
    DiskEncryptionSetLimitReached:
      'The subscription has reached the limit of 5,000 disk encryption sets in this region. Delete an unused one, or leave the region out.',
    DiskEncryptionSetNameTaken: 'The resource group already has a set with this name.',
    DiskEncryptionSetNameTwice: 'Two sets can’t have the same name.',
    IdentityNameInvalid: 'Use 3 to 128 letters, digits, hyphens, and underscores. Start with a letter or digit.',
    KeyVaultNameInvalid: 'Use 3 to 24 letters, digits, and single hyphens. Start with a letter.',
    KeyVaultNameTaken: 'Name in use, or reserved by a deleted key vault.',
    KeyNameInvalid: 'Use 1 to 127 letters, digits, and hyphens.',
    KeyRotationInvalid:
      'Expire after at least 28 days. Rotate at least 7 days after creation and 7 days before expiration.',
    AttestationProviderMissing: 'No attestation provider in this region. Choose an existing key.',
    OrchestratorInvalid: 'Enter an object ID (GUID).',
    FederatedClientIdInvalid: 'Enter a client ID (GUID).',
    UserAssignedIdentityInvalid: 'Enter the resource ID of a user-assigned identity: /subscriptions/…',
    KeyUrlInvalid: 'Enter a valid key URL.',
    KeyUrlOfAnotherCloud: 'Enter a key URL of this cloud.',
    KeyVersionRequired: 'The URL must end with the key version.',
  } satisfies Record<PreparationIssueCode, string>,
  parts: {
    identity: 'Identity',
    vault: 'Key vault',
    key: 'Key',
    grant: 'Key access',
    diskEncryptionSet: 'Disk encryption set',
  } satisfies Record<PreparedPart, string>,
  preview: {
    asking: 'Getting a preview from Azure…',
    nothingYet: 'Nothing has been created yet. Azure’s preview of the changes:',
    region: 'Region',
    resource: 'Resource',
    change: 'Change',
    rotates: (rotateAfter: string, expireAfter: string) =>
      `New version every ${rotateAfter}, expires after ${expireAfter}`,
    changes: {
      Create: 'Create',
      Modify: 'Modify',
      NoChange: 'No change',
      Deploy: 'Deploy',
      Unsupported: 'Can’t be previewed',
    } satisfies Record<PreparationPreview['changes'][number]['changeType'], string>,
    missingTitle: 'Missing permissions',
    missing: (actions: string) => `Required in this resource group: ${actions}.`,
    useAccessPolicies: 'Use vault access policies',
    requestTitle: 'Request for your administrator',
    request: (command: string) =>
      `Please allow my account to assign roles in our resource group.\nReason: Give managed identities access to the keys of disk encryption sets\nCommand: ${command}`,
    back: 'Change names',
    create: (count: number) => `Create ${sets(count)}`,
  },
  progress: {
    states: {
      Running: 'Creating',
      AwaitingGrant: 'Waiting for access',
      Succeeded: 'Created',
      Failed: 'Failed',
      Canceled: 'Canceled',
    } satisfies Record<PreparationProgress['state'], string>,
    partStates: {
      Waiting: 'Waiting',
      Running: 'Creating',
      AwaitingGrant: 'Waiting for access',
      Succeeded: 'Created',
      Failed: 'Failed',
    } satisfies Record<PartState, string>,
    others:
      'Someone else started this. Trying again uses your permissions: continue only if you recognize these names and this access.',
    leave: 'You can close this page and come back later.',
    awaiting: (time: string) => `Access is granted, but can take a few minutes to apply. Next try in ${time}.`,
    awaitingNow: 'Access is granted, but can take a few minutes to apply. Trying again…',
    made: (count: number) => (count === 1 ? '1 set created and chosen.' : `${count} sets created and chosen.`),
    failed: 'Creation didn’t finish. Try again to create the remaining resources.',
    canceled: 'The deployment was canceled in Azure.',
    tryAgain: 'Try again',
    took: (time: string) => `in ${time}`,
  },
}
export type PreparationTexts = typeof preparationEn
