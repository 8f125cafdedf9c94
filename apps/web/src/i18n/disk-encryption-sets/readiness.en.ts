import type { NoteCode, NoteParams, ReadinessState, Repair, VaultRepair } from '@portal/image-version'
import { readinessBriefsEn, type ReadinessBriefs } from './readiness-briefs.en.ts'

/** A text for each note on a set; what is wrong with one has the text of its issue. */
type NoteTexts = { [C in NoteCode]: (params: NoteParams<C>) => string }

/** What is said of a disk encryption set before it is used. */
export interface ReadinessTexts {
  states: Record<ReadinessState, string>
  /** buttons */
  repairs: Record<Repair['action'], string>
  notes: NoteTexts
  briefs: ReadinessBriefs
  allRight: string
  readFailed: string
  /** while Azure has not noticed a grant */
  waiting: string
  mended: string
  /** beside the button of a repair that stays */
  forGood: string
  requestIntro: string
  /** to who may not read sets, of the regions that seem to have none */
  hiddenSets: (regions: string) => string
  hiddenSetsRequest: (scope: string) => string
  copyRequest: string
  /** to be sent to who may mend the vault; the names and the ids of vault and set, '' where no set is meant */
  requests: Record<VaultRepair['action'], (about: RequestFacts) => string>
  /** to who may set the policy of a key, in the vault itself */
  rotation: { intro: string; copy: string; request: (about: RotationFacts) => string }
}

/** Which key is to get a policy of rotation, and the command that gives it. */
type RotationFacts = Record<'vault' | 'key' | 'keyId' | 'command', string>

/** What a request is about. */
type RequestFacts = Record<'vault' | 'vaultId' | 'setId', string>

export const readinessEn: ReadinessTexts = {
  allRight: 'The vault, the key and the set’s access to it were read, and nothing stands in the way.',
  readFailed: 'What Azure knows of this set’s key could not be read.',
  waiting: 'Azure needs up to some minutes to notice the grant. The portal looks again by itself.',
  mended: 'Done. The set is being read again.',
  forGood:
    'This cannot be undone: deleted keys stay recoverable, and the vault’s name taken, until their retention ends.',
  requestIntro: 'You may not change this. Send this request to someone who may:',
  hiddenSets: (regions) =>
    `You may not read disk encryption sets in the resource group of the gallery, so it is not known whether ${regions} has any. Send this request to who gives roles there:`,
  hiddenSetsRequest: (scope) =>
    `Please let me read disk encryption sets, so that I can encrypt image versions with them: give me the role Reader, or another with the action Microsoft.Compute/diskEncryptionSets/read, on them or their resource group.\nResource group: ${scope}`,
  copyRequest: 'Copy the request',
  requests: {
    grantKeyAccess: ({ vault, vaultId, setId }) =>
      `Please let a disk encryption set use the keys of the key vault ${vault}: give its managed identity the role Key Vault Crypto Service Encryption User there or, where the vault uses access policies, the key permissions get, wrapKey and unwrapKey.\nKey vault: ${vaultId}\nDisk encryption set: ${setId}`,
    enablePurgeProtection: ({ vault, vaultId }) =>
      `Please turn on soft delete and purge protection for the key vault ${vault}. Azure demands both of a vault whose keys encrypt disks.\nKey vault: ${vaultId}`,
    allowTrustedServices: ({ vault, vaultId }) =>
      `Please allow trusted Microsoft services to bypass the firewall of the key vault ${vault}. Azure’s disks reach its keys that way.\nKey vault: ${vaultId}`,
  },
  rotation: {
    intro:
      'Set the policy with this command, or on the key’s page in the Azure portal. The portal then updates within a minute.',
    copy: 'Copy command',
    request: ({ vault, key, keyId, command }) =>
      `Please set a rotation policy on the key ${key} in the key vault ${vault}: a new version every 335 days, each valid for 365 days.\nReason: disk encryption sets follow new versions of the key, but nothing creates them.\nRole: Key Vault Crypto Officer\nKey: ${keyId}\nCommand: ${command}`,
  },
  briefs: readinessBriefsEn,
  states: { ready: 'Ready', warning: 'Ready with a warning', blocked: 'Not ready', unknown: 'Unknown' },
  repairs: {
    grantKeyAccess: 'Grant access to the key vault',
    enablePurgeProtection: 'Turn on purge protection',
    allowTrustedServices: 'Allow trusted Microsoft services',
    openInPortal: 'Open in the Azure portal',
    setRotationPolicy: 'Set rotation policy',
    chooseAnotherSet: 'Choose another set',
    chooseAnotherSource: 'Choose another source',
    addTargetRegion: 'Add the region',
    removeTargetRegion: 'Remove the region',
    correctField: 'Go to the field',
    retry: 'Try again',
  },
  notes: {
    KeyValidUntil: ({ key, days, date }) => `The key ${key} is valid until ${date}, for ${days} more days.`,
    KeyRotationUnderWay: ({ name }) =>
      `Azure is moving ${name} to a new version of its key. Keep the old version enabled until it is done.`,
    ReadinessNotRead: ({ name }) => `The key of ${name} has not been looked at yet.`,
    KeyVaultUnreadable: ({ vault }) => `You may not read the key vault ${vault}, so its key cannot be checked.`,
    KeyVaultNotNamed: ({ vault }) =>
      `The key vault ${vault} is in another subscription or tenant, so its key cannot be checked.`,
    KeyVaultPrivate: ({ vault }) =>
      `${vault} accepts private connections and trusted Microsoft services only, so the portal can’t tell whether Azure reaches the key.`,
    KeyVaultInPerimeter: ({ vault }) =>
      `${vault} is in a network security perimeter, which doesn’t trust Microsoft services by itself. Azure might not reach the key.`,
    ManagedHsmNotChecked: ({ vault }) => `The key is in the managed HSM ${vault}, which the portal cannot check.`,
    KeyUnreadable: ({ key, vault }) => `You may not read the key ${key} in ${vault}, so it cannot be checked.`,
    KeyAccessUnreadable: ({ name, vault }) =>
      `You may not read who has access to ${vault}, so it is not known whether ${name} may use its keys.`,
    KeyAccessByUnknownRole: ({ name, vault }) =>
      `${name} has a custom role on ${vault}; whether it lets the set use the keys cannot be told.`,
    ConfidentialOrchestratorNotChecked: ({ vault }) =>
      `Whether the Confidential VM Orchestrator may get and release the keys of ${vault} cannot be checked.`,
  },
}
