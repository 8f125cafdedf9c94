import { compareVersionNames } from '@portal/gallery'
import { campaignTagOf, errorAt, type Issue, versionNumberOf } from '@portal/image-version'
import * as z from 'zod/mini'

/** A version that a campaign has created in place of an older one of the same definition. */
export const earlierSuccessor = z.strictObject({
  name: z.string(),
  /** number of the old one */
  predecessor: z.string(),
  /** Azure did not complete it: it can be repaired, or the old one be created again */
  isFailed: z.boolean(),
})
export type EarlierSuccessor = z.infer<typeof earlierSuccessor>

interface ListedVersion {
  name: string
  provisioningState?: string | null | undefined
  tags?: Record<string, string> | null | undefined
}

/** Those versions of a definition that campaigns have created, by the tag that names the old version. */
export function earlierSuccessors(versions: readonly ListedVersion[]): EarlierSuccessor[] {
  return versions.flatMap(({ name, provisioningState, tags }) => {
    const predecessor = campaignTagOf(tags ?? {}, 'predecessor')
    // Tags can be copied to any version.
    if (predecessor === undefined || provisioningState === 'Deleting' || !isLaterPatch(name, predecessor)) return []
    return [{ name, predecessor, isFailed: provisioningState === 'Failed' }]
  })
}

/** Whether a number is one that a campaign gives in place of another: a later patch of the same minor version. */
export function isLaterPatch(name: string, of: string): boolean {
  const minorOf = (version: string) => version.split('.').slice(0, 2).join('.')
  return minorOf(name) === minorOf(of) && compareVersionNames(name, of) > 0
}

/** The successor that a version has from a campaign; one that failed only if there is no other. */
export function earlierSuccessorOf(
  predecessorId: string,
  successors: readonly EarlierSuccessor[],
): EarlierSuccessor | undefined {
  const number = versionNumberOf(predecessorId)
  const own = successors
    .filter(({ predecessor }) => predecessor === number)
    .toSorted((one, other) => compareVersionNames(one.name, other.name))
  return own.find(({ isFailed }) => !isFailed) ?? own[0]
}

/**
 * Why a version is not created again although its campaign asks for it: another campaign was faster. A successor that
 * failed does not count.
 */
export function earlierSuccessorIssues(predecessorId: string, successors: readonly EarlierSuccessor[]): Issue[] {
  const found = earlierSuccessorOf(predecessorId, successors)
  if (found === undefined || found.isFailed) return []
  const { name, predecessor } = found
  return [errorAt(['name'], 'SuccessorExists', { name, predecessor })]
}
