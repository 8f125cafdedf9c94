import type { NoteCode, NoteParams, ReadinessState, Repair } from '@portal/image-version'

/** A text for each note on a set; what is wrong with one has the text of its issue. */
export type NoteTexts = { [C in NoteCode]: (params: NoteParams<C>) => string }

/** What is said of a disk encryption set before it is used. */
export interface ReadinessTexts {
  states: Record<ReadinessState, string>
  /** buttons */
  repairs: Record<Repair['action'], string>
  notes: NoteTexts
}

export const readinessEn: ReadinessTexts = {
  states: { ready: 'Ready', warning: 'Ready with a warning', blocked: 'Not ready', unknown: 'Unknown' },
  repairs: {
    grantKeyAccess: 'Grant access to the key vault',
    enablePurgeProtection: 'Turn on purge protection',
    allowTrustedServices: 'Allow trusted Microsoft services',
    openInPortal: 'Open in the Azure portal',
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
