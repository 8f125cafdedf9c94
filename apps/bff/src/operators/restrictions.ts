import { isGuid } from '../process/environment.ts'

/** What the operators' file says. */
export interface Restrictions {
  isReadOnly: boolean
  /** tenants, and users as `TENANT USER`, in lowercase */
  blocked: ReadonlySet<string>
  /** ms since 1970 */
  signOutBefore: number | undefined
}

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i

/**
 * Reads the text of the file, whose lines can end as on Windows; text after # is a comment. The lines are in
 * docs/operating.md.
 */
export function restrictionsIn(text: string): { restrictions: Restrictions; faults: string[] } {
  const blocked = new Set<string>()
  const faults: string[] = []
  let isReadOnly = false
  let signOutBefore: number | undefined
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const [word = '', ...rest] = line.replace(/#.*/, '').trim().split(/\s+/)
    const at = signOutTimeOf(rest)
    if (word === 'block' && rest.length > 0 && rest.length < 3 && rest.every(isGuid))
      blocked.add(rest.join(' ').toLowerCase())
    else if (word === 'read-only' && rest.length === 0) isReadOnly = true
    else if (word === 'sign-out-before' && at !== undefined) signOutBefore = Math.max(at, signOutBefore ?? at)
    else if (word !== '') faults.push(faultOf(index + 1))
  }
  return { restrictions: { isReadOnly, blocked, signOutBefore }, faults }
}

function signOutTimeOf([text = '', ...more]: string[]): number | undefined {
  const at = Date.parse(text)
  return time.test(text) && more.length === 0 && !Number.isNaN(at) ? at : undefined
}

function faultOf(line: number): string {
  return `OPERATORS_FILE: line ${line} must be "read-only", "block" with the ID of a tenant or the IDs of a tenant and a user, or "sign-out-before" with a time such as 2026-11-30T12:00:00Z.`
}
