import type { IssueCode, IssueParams } from '../issue.ts'
import type { Repair } from './repair.ts'

/** `unknown`: the user has no permission to read what is needed to say more. */
export type ReadinessState = 'ready' | 'warning' | 'blocked' | 'unknown'

type Params = Record<string, string | number>

/** A problem: `blocked` if Azure refuses the set, `warning` if it might. The code is that of `check`'s issue. */
interface ProblemFinding {
  state: 'blocked' | 'warning'
  code: IssueCode
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
export function blocked<C extends IssueCode>(code: C, params: IssueParams<C>, repair: Repair): Finding {
  return { state: 'blocked', code, params, repair }
}

/** A finding for which Azure might refuse the set, now or later. */
export function warning<C extends IssueCode>(code: C, params: IssueParams<C>, repair?: Repair): Finding {
  return { state: 'warning', code, params, ...(repair && { repair }) }
}

/** A finding for information, or about something that can't be checked. */
export function note<C extends NoteCode>(state: NoteFinding['state'], code: C, params: NoteParams<C>): Finding {
  return { state, code, params }
}
