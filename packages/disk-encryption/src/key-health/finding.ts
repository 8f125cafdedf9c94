import type { Repair } from './repair.ts'

/** `unknown`: the user has no permission to read what is needed to say more. */
export type ReadinessState = 'ready' | 'warning' | 'blocked' | 'unknown'

type Params = Record<string, string | number>

/** The codes of problems of a set and of its key, with the facts their texts need: issues of a plan, too. */
export const setIssueParams = {
  DiskEncryptionSetInAnotherSubscription: ['name', 'subscription'],
  DiskEncryptionSetInAnotherRegion: ['name', 'setRegion', 'region'],
  DiskEncryptionSetOfAnotherType: ['name', 'setType', 'encryptionType'],
  DiskEncryptionSetNotReady: ['name', 'state'],
  DiskEncryptionSetKeyNotRotating: ['name', 'error'],
  DiskEncryptionSetWithoutIdentity: ['name'],
  KeyVersionNotNamed: ['name'],
  KeyVaultNotFound: ['vault'],
  KeyVaultInAnotherRegion: ['vault', 'vaultRegion', 'region'],
  KeyVaultWithoutPurgeProtection: ['vault'],
  KeyVaultFirewallClosed: ['vault'],
  KeyVaultPrivateAccessOnly: ['vault'],
  KeyNotFound: ['key', 'vault'],
  KeyDisabled: ['key', 'vault'],
  KeyNotYetValid: ['key', 'date'],
  KeyExpired: ['key', 'date'],
  KeyExpiresSoon: ['key', 'days', 'date'],
  KeyNeverRotates: ['name', 'key'],
  KeyRotationNeedsExpiryDate: ['key'],
  KeyTypeNotSupported: ['key', 'type'],
  KeyNotForConfidentialDisks: ['key'],
  KeyAccessMissing: ['name', 'vault', 'missing'],
  KeyAccessNotSeen: ['name', 'vault'],
  KeyAccessJustGranted: ['name', 'vault'],
} as const satisfies Record<string, readonly string[]>

type SetIssueCode = keyof typeof setIssueParams
type SetIssueParams<C extends SetIssueCode> = { [P in (typeof setIssueParams)[C][number]]: string | number }

/** A problem: `blocked` if Azure refuses the set, `warning` if it might.  */
interface ProblemFinding {
  state: 'blocked' | 'warning'
  code: SetIssueCode
  params: Params
  repair?: Repair
}

/** Information about a set that works, or that can't be checked. */
export interface NoteFinding {
  state: 'ready' | 'unknown'
  code: NoteCode
  params: Params
}

/** One thing found out about a set. */
export type Finding = ProblemFinding | NoteFinding

/**
 * Every code of a note, with the facts its text needs. The portal has a text for each, in each language.
 */
export const noteParams = {
  // state `ready`
  KeyValidUntil: ['key', 'days', 'date'],
  KeyRotationUnderWay: ['name'],
  // state `unknown`
  ReadinessNotRead: ['name'],
  KeyVaultUnreadable: ['vault'],
  KeyVaultNotNamed: ['vault'],
  KeyVaultInAnotherTenant: ['vault'],
  KeyVaultPrivate: ['vault'],
  KeyVaultInPerimeter: ['vault'],
  ManagedHsmNotChecked: ['vault'],
  KeyUnreadable: ['key', 'vault'],
  KeyAccessUnreadable: ['name', 'vault'],
  KeyAccessByUnknownRole: ['name', 'vault'],
  ConfidentialOrchestratorNotChecked: ['vault'],
} as const satisfies Record<string, readonly string[]>

export type NoteCode = keyof typeof noteParams
export type NoteParams<C extends NoteCode> = { [P in (typeof noteParams)[C][number]]: string | number }

/** A finding for which Azure refuses the set, with its fix. */
export function blocked<C extends SetIssueCode>(code: C, params: SetIssueParams<C>, repair: Repair): Finding {
  return { state: 'blocked', code, params, repair }
}

/** A finding for which Azure might refuse the set, now or later. */
export function warning<C extends SetIssueCode>(code: C, params: SetIssueParams<C>, repair?: Repair): Finding {
  return { state: 'warning', code, params, ...(repair && { repair }) }
}

/** A finding for information, or about something that can't be checked. */
export function note<C extends NoteCode>(state: NoteFinding['state'], code: C, params: NoteParams<C>): Finding {
  return { state, code, params }
}
