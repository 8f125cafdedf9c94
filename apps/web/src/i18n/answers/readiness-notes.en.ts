import type { NoteCode, NoteParams, ReadinessState, Repair, VaultRepair } from '@portal/disk-encryption'
import { roleRequestEn } from '../role-request.ts'
import { readinessBriefsEn, type ReadinessBriefs } from './readiness-briefs-texts.ts'

/** A text for each note on a set; what is wrong with one has the text of its issue. */
type NoteTexts = { [C in NoteCode]: (params: NoteParams<C>) => string }

/** What the portal says about a disk encryption set before it is used. */
export interface ReadinessTexts {
  states: Record<ReadinessState, string>
  /** buttons */
  repairs: Record<Repair['action'], string>
  notes: NoteTexts
  briefs: ReadinessBriefs
  allRight: string
  /** while a grant does not apply yet */
  waiting: string
  /** when a set was read, and the button that reads it again */
  check: {
    at: (time: string) => string
    failed: string
    again: string
    /** the button's name; `sets`: a set, or `all` */
    againFor: (sets: string) => string
    all: string
    checking: string
    /** read out after a check */
    done: (about: Record<'sets' | 'state' | 'time', string>) => string
  }
  /** beside the button of a repair that stays */
  forGood: string
  /** the question before such a repair, and its answers */
  turnOnFor: (vault: string) => string
  turnOn: string
  cancel: string
  requestIntro: string
  /** for a user without permission to view sets: the regions that seem to have none */
  hiddenSets: (regions: string) => string
  hiddenSetsRequest: (scope: string) => string
  /** for the administrator of the vault; the IDs of vault and set, '' where no set is meant */
  requests: Record<VaultRepair['action'], (about: RequestFacts) => string>
  /** for someone with permission to set the policy of a key, in the vault itself */
  rotation: { intro: string; copy: string; request: (about: RotationFacts) => string }
}

/** Which key needs a rotation policy, and the command that sets it. */
type RotationFacts = Record<'keyId' | 'command', string>

/** What a request is about. */
type RequestFacts = Record<'vaultId' | 'setId', string>

export const readinessEn: ReadinessTexts = {
  allRight: 'No problems found with the key vault, key, or access.',
  waiting: 'Access can take a few minutes to apply. The portal checks again automatically.',
  check: {
    at: (time) => `Checked ${time}`,
    failed: 'Couldn’t check',
    again: 'Check again',
    againFor: (sets) => `Check again: ${sets}`,
    all: 'all disk encryption sets',
    checking: 'Checking…',
    done: ({ sets, state, time }) => `${sets}: ${state}. Checked ${time}.`,
  },
  forGood:
    'You can’t undo this. Deleted keys stay recoverable, and the vault’s name stays reserved, until the retention period ends.',
  turnOnFor: (vault) => `Turn on for ${vault}? This can’t be undone.`,
  turnOn: 'Turn on',
  cancel: 'Cancel',
  requestIntro: 'You don’t have permission to change this. Send this request to the key vault’s administrator:',
  hiddenSets: (regions) =>
    `You don’t have permission to view disk encryption sets in the gallery’s resource group (regions: ${regions}). Send this request to your administrator:`,
  hiddenSetsRequest: (scope) =>
    `Please assign a role to my account in Azure.\n${roleRequestEn({
      action: 'Microsoft.Compute/diskEncryptionSets/read',
      scope,
      reason: 'Encrypt image versions with disk encryption sets',
    })}`,
  requests: {
    grantKeyAccess: ({ vaultId, setId }) =>
      `Please grant a disk encryption set’s managed identity access to a key vault.\n${roleRequestEn({
        role: 'Key Vault Crypto Service Encryption User, or the access policy permissions Get, Wrap Key, and Unwrap Key',
        scope: vaultId,
        reason: `Encrypt with the keys of this vault through ${setId}`,
      })}`,
    enablePurgeProtection: ({ vaultId }) =>
      `Please turn on soft delete and purge protection for a key vault.\nScope: ${vaultId}\nReason: Azure requires both for keys that encrypt disks`,
    allowTrustedServices: ({ vaultId }) =>
      `Please allow trusted Microsoft services to bypass the firewall of a key vault.\nScope: ${vaultId}\nReason: Azure needs this to reach keys that encrypt disks`,
  },
  rotation: {
    intro: 'Run this command, or set the policy on the key’s page in the Azure portal. Then check the set again.',
    copy: 'Copy command',
    request: ({ keyId, command }) =>
      `Please set a rotation policy for a key: a new version every 335 days, each valid for 365 days.\n${roleRequestEn({
        role: 'Key Vault Crypto Officer',
        scope: keyId,
        reason: 'No new key versions are created for disk encryption sets to use',
      })}\nCommand: ${command}`,
  },
  briefs: readinessBriefsEn,
  states: { ready: 'Ready', warning: 'Ready, with warnings', blocked: 'Not ready', unknown: 'Unknown' },
  repairs: {
    grantKeyAccess: 'Grant key vault access',
    enablePurgeProtection: 'Turn on purge protection',
    allowTrustedServices: 'Allow trusted Microsoft services',
    openInPortal: 'Open in Azure portal',
    setRotationPolicy: 'Set rotation policy',
    chooseAnotherSet: 'Choose another set',
    chooseAnotherSource: 'Choose another source',
    cleanUpVersions: 'Clean up versions',
    addTargetRegion: 'Add region',
    removeTargetRegion: 'Remove region',
    correctField: 'Go to field',
    retry: 'Try again',
  },
  notes: {
    KeyValidUntil: ({ key, days, date }) => `Key ${key} is valid until ${date} (days left: ${days}).`,
    KeyRotationUnderWay: ({ name }) =>
      `Azure is moving ${name} to a new key version. Keep the previous version enabled until it’s done.`,
    ReadinessNotRead: ({ name }) => `The key of ${name} hasn’t been checked yet.`,
    KeyVaultUnreadable: ({ vault }) =>
      `You don’t have permission to view the key vault ${vault}, so its key can’t be checked.`,
    KeyVaultNotNamed: ({ vault }) =>
      `The key vault ${vault} is in another subscription or tenant, so its key can’t be checked.`,
    KeyVaultInAnotherTenant: ({ vault }) =>
      `The key vault ${vault} is in another tenant, so its key can’t be checked. Only Azure’s next use of the set shows whether it works.`,
    KeyVaultPrivate: ({ vault }) =>
      `${vault} accepts private connections and trusted Microsoft services only, so the portal can’t tell whether Azure reaches the key.`,
    KeyVaultInPerimeter: ({ vault }) =>
      `${vault} is in a network security perimeter, which doesn’t trust Microsoft services by default. Azure might not reach the key.`,
    ManagedHsmNotChecked: ({ vault }) => `The key is in the managed HSM ${vault}, which the portal can’t check.`,
    KeyUnreadable: ({ key, vault }) =>
      `You don’t have permission to view the key ${key} in ${vault}, so it can’t be checked.`,
    KeyAccessUnreadable: ({ name, vault }) =>
      `You don’t have permission to view access to ${vault}, so the portal can’t tell whether ${name} can use its keys.`,
    KeyAccessByUnknownRole: ({ name, vault }) =>
      `${name} has a custom role on ${vault}. The portal can’t tell whether the role allows using the keys.`,
    ConfidentialOrchestratorNotChecked: ({ vault }) =>
      `The portal can’t check whether the Confidential VM Orchestrator can get and release the keys of ${vault}.`,
  },
}
