import { compareVersionNames } from '@portal/gallery'
import { definitionIdOf, versionNumberOf } from '@portal/image-version'
import { nextVersionName } from '@portal/version-rules'
import type { CampaignSurvey, SurveyedDefinition } from './campaign-survey.ts'

// Azure's limit for each of the three numbers.
// https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update
const highest = 2_147_483_647

/**
 * The number of each new version by the ID of the old one: the next patch that no version of the definition has, not
 * even a deleted one in the recycle bin or another new one. A version without such a number is left out.
 */
export function successorNames(
  { definitions }: Pick<CampaignSurvey, 'definitions'>,
  predecessorIds: readonly string[],
): Map<string, string> {
  const taken = new Map(definitions.map((definition) => [definition.key, takenNames(definition)]))
  const inOrder = predecessorIds.toSorted((one, other) =>
    compareVersionNames(versionNumberOf(one), versionNumberOf(other)),
  )
  const found = new Map<string, string>()
  for (const id of inOrder) {
    const names = taken.get(definitionIdOf(id).toLowerCase())
    const name = names && freeName(versionNumberOf(id), names)
    if (name === undefined) continue
    names?.add(name)
    found.set(id, name)
  }
  return found
}

function takenNames({ existingVersionNames, deletedVersionNames = [] }: SurveyedDefinition): Set<string> {
  return new Set([...existingVersionNames, ...deletedVersionNames])
}

function freeName(after: string, taken: ReadonlySet<string>): string | undefined {
  for (let name = nextVersionName(after); name !== ''; name = nextVersionName(name)) {
    if (Number(name.split('.')[2]) > highest) return undefined
    if (!taken.has(name)) return name
  }
  return undefined
}
