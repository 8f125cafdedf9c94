import type { PartState, PreparationIssueCode, PreparationProgress, PreparedPart } from '@portal/image-version'
import type { PreparationPreview } from '@portal/portal-api'

const sets = (count: number) => (count === 1 ? '1 disk encryption set' : `${count} disk encryption sets`)

/** Texts of making disk encryption sets, in English. They come with that part of the portal only. */
export const preparationEn = {
  open: (count: number, region: string) =>
    count === 1 ? `Create the missing set in ${region}…` : `Create all ${count} missing sets…`,
  underWay: (regions: string) => `Azure is making disk encryption sets in ${regions}.`,
  showProgress: 'Show progress',
  title: 'Create disk encryption sets',
  close: 'Close',
  steps: { names: 'Names', preview: 'Preview', progress: 'Progress' },
  names: {
    intro:
      'For each region, Azure makes a key vault, a key, an identity that may use the key, and the disk encryption set. All of it goes into the resource group of the gallery.',
    pattern: 'Name pattern',
    patternHint: 'For all sets. {Region} stands for the region as in JapanEast, {region} for japaneast.',
    permissionModel: 'Who may use the keys of new vaults',
    permissionModels: { Roles: 'Azure role-based access control', AccessPolicies: 'Vault access policy' },
    rolesForbidden:
      'You may not assign roles in this resource group, so vault access policies are chosen. To use roles, ask for the right to assign them.',
    rotation: 'Auto key rotation',
    rotationHint: 'Azure moves to the newest version of the key within about an hour.',
    keyRotation: 'Rotation policy of new keys',
    keyRotationHint: 'The key creates new versions by itself. Without a policy, the set has nothing to move to.',
    rotateAfter: 'Days until a new version',
    expireAfter: 'Days until a version expires',
    orchestrator: 'Object ID of the Confidential VM Orchestrator',
    orchestratorHint:
      'It releases the keys of confidential disks. Find it with: az ad sp show --id bf7b6499-ff71-4aa2-97a4-f372087be7f0 --query id',
    set: 'Disk encryption set',
    vault: 'Key vault',
    newVault: 'New key vault',
    vaultName: 'Name of the key vault',
    key: 'Key',
    newKey: 'New key',
    keyName: 'Name of the key',
    identity: 'User-assigned identity',
    labelIn: (label: string, region: string) => `${label} in ${region}`,
    preview: 'Preview',
  },
  issues: {
    DiskEncryptionSetNameInvalid: '1 to 80 letters, digits, hyphens and underscores.',
    DiskEncryptionSetLimitReached:
      'The subscription has 5,000 disk encryption sets in this region, as many as Azure allows. Delete one that is not used, or leave the region out.',
    DiskEncryptionSetNameTaken: 'The resource group has a set of this name already.',
    DiskEncryptionSetNameTwice: 'Two sets cannot have the same name.',
    IdentityNameInvalid: '3 to 128 letters, digits, hyphens and underscores, a letter or digit first.',
    KeyVaultNameInvalid: '3 to 24 letters, digits and single hyphens, a letter first.',
    KeyVaultNameTaken: 'A key vault somewhere in Azure has this name, or a deleted one holds it.',
    KeyNameInvalid: '1 to 127 letters, digits and hyphens.',
    KeyRotationInvalid: 'Enter 28 days or more until expiry, and at least 7 days before and after the new version.',
    AttestationProviderMissing: 'Azure names no attestation provider here, so choose a key that exists.',
    OrchestratorInvalid: 'An object ID is a GUID.',
  } satisfies Record<PreparationIssueCode, string>,
  parts: {
    identity: 'Identity',
    vault: 'Key vault',
    key: 'Key',
    grant: 'Access to the key',
    diskEncryptionSet: 'Disk encryption set',
  } satisfies Record<PreparedPart, string>,
  preview: {
    asking: 'Azure is working out what would happen.',
    nothingYet: 'Nothing is made yet. This is what Azure says it would do:',
    region: 'Region',
    resource: 'Resource',
    change: 'What happens',
    rotates: (rotateAfter: string, expireAfter: string) =>
      `New version every ${rotateAfter}, expires after ${expireAfter}`,
    changes: {
      Create: 'Is created',
      Modify: 'Is changed',
      NoChange: 'Is there already',
      Deploy: 'Is sent',
      Unsupported: 'Azure cannot tell beforehand',
    } satisfies Record<PreparationPreview['changes'][number]['changeType'], string>,
    missingTitle: 'You may not do all of this',
    missing: (actions: string) => `Missing in this resource group: ${actions}.`,
    useAccessPolicies: 'Use vault access policies instead',
    requestTitle: 'Or ask somebody who may grant it',
    request: (command: string) =>
      `Please let me give managed identities access to encryption keys in our resource group, so that I can create disk encryption sets:\n\n${command}`,
    copyRequest: 'Copy the request',
    back: 'Change names',
    create: (count: number) => `Create ${sets(count)}`,
  },
  progress: {
    states: {
      Running: 'Being made',
      AwaitingGrant: 'Waiting for access',
      Succeeded: 'Made',
      Failed: 'Failed',
      Canceled: 'Canceled',
    } satisfies Record<PreparationProgress['state'], string>,
    partStates: {
      Waiting: 'Waiting',
      Running: 'Being made',
      AwaitingGrant: 'Waiting for access',
      Succeeded: 'Made',
      Failed: 'Failed',
    } satisfies Record<PartState, string>,
    leave: 'Azure goes on without this page: you may close it and come back.',
    elapsed: (time: string) => `for ${time}`,
    awaiting: (time: string) =>
      `The identity has access to its key, and Azure takes some minutes to heed it. The next try is in ${time}.`,
    awaitingNow: 'The identity has access to its key, and Azure takes some minutes to heed it. Trying again now.',
    made: (count: number) => (count === 1 ? '1 set is made and chosen.' : `${count} sets are made and chosen.`),
    failed: 'Not all sets could be made. What was made stays; another try goes on from there.',
    canceled: 'Somebody canceled the deployment in Azure.',
    tryAgain: 'Try again',
    took: (time: string) => `in ${time}`,
  },
}
export type PreparationTexts = typeof preparationEn
