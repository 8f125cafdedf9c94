import { childResourceId, formatResourceId, parseDefinitionId, type ResourceId } from '@portal/arm'
import { definitionIdOf, versionNumberOf } from '@portal/image-version'
import * as z from 'zod/mini'
import { checkedRetentionRule, mostCleanedUp } from './retention-rule.ts'
import { retentionAction } from './retention.ts'

/** The start of the name of the deployment that states a clean-up. */
export const cleanUpPrefix = 'clean-up-versions-'

/** Whether a deployment of this name states a clean-up. */
export const isCleanUpName = (name: string) => /^clean-up-versions-[0-9a-f]{40}$/.test(name)

/**
 * The versions that a rule let go, and what is done with them. It is the parameter of a deployment that creates
 * nothing, so Azure keeps it for everyone who continues it.
 */
export const cleanUp = z.strictObject({
  rule: checkedRetentionRule,
  action: retentionAction,
  /** of a revocation */
  reason: z.string().check(z.maxLength(256)),
  /** the versions by definition, in the order in which they go */
  definitions: z
    .array(
      z.strictObject({
        id: z.string().check(z.maxLength(1024)),
        versions: z
          .array(z.string().check(z.regex(/^\d{1,10}(\.\d{1,10}){2}$/)))
          .check(z.minLength(1), z.maxLength(mostCleanedUp)),
      }),
    )
    .check(z.minLength(1), z.maxLength(mostCleanedUp)),
})
export type CleanUp = z.infer<typeof cleanUp>

/** The IDs of the versions of a clean-up, in its order. Throws `InvalidResourceId` if a definition is none. */
export function versionsOfCleanUp({ definitions }: Pick<CleanUp, 'definitions'>): string[] {
  return definitions.flatMap(({ id, versions }) => {
    const definition = parseDefinitionId(id)
    return versions.map((name) => formatResourceId(childResourceId(definition, 'versions', name)))
  })
}

/** The versions of a clean-up as it names them: by definition. */
export function definitionsOfVersions(versionIds: readonly string[]): CleanUp['definitions'] {
  const groups = Map.groupBy(versionIds, (id) => definitionIdOf(id))
  return [...groups].map(([id, ids]) => ({ id, versions: ids.map(versionNumberOf) }))
}

/** The gallery of a definition or a version, both by ID. */
export function galleryIdOf(id: string): string {
  return id.replace(/\/images\/[^/]+(\/versions\/[^/]+)?$/i, '')
}

/**
 * The identifier of a clean-up: the same for the same content, 40 digits of a SHA-256 in hex. Requests name a clean-up
 * by nothing else, so nobody may find two contents with one identifier: of 16 digits, a computer finds them in an hour.
 */
export async function cleanUpId(asked: CleanUp): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(asked)))
  return [...new Uint8Array(digest.slice(0, 20))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * What no page sends, for developers: a clean-up is of one gallery, whose resource group keeps it. Otherwise the group
 * in which it is stated.
 */
export function cleanUpFault(
  asked: CleanUp,
): { fault: string } | { group: Pick<ResourceId, 'subscriptionId' | 'resourceGroupName'> } {
  const ids = versionsOfCleanUp(asked)
  if (ids.length > mostCleanedUp) return { fault: 'more versions than a clean-up has' }
  if (new Set(ids.map((id) => id.toLowerCase())).size < ids.length) return { fault: 'a version twice' }
  const galleries = new Set(asked.definitions.map(({ id }) => galleryIdOf(id).toLowerCase()))
  if (galleries.size > 1) return { fault: 'versions of several galleries' }
  return { group: parseDefinitionId(asked.definitions[0]?.id ?? '') }
}
