import { InvalidResourceId, parseResourceId, type ResourceId } from '@portal/arm'
import { check, differences, imageVersionId, isBlocking, type ImageVersionPlan } from '@portal/image-version'
import type { Caller } from '../auth/caller.ts'
import { ImageVersionExists, OutcomeUnknown, PlanRejected } from '../image-version-refusals.ts'
import { unlessHidden } from './answered.ts'
import { NoClearAnswer } from './arm-reply.ts'
import type { Azure } from './clients.ts'
import { readImageVersion } from './image-version-wire.ts'
import { putImageVersion } from './image-versions.ts'
import { inventoryForPlan } from './inventory.ts'
import { oneAtATime } from './one-at-a-time.ts'

export type CreateImageVersion = (azure: Azure, caller: Caller, plan: ImageVersionPlan) => Promise<string>

/**
 * Makes the function that creates the version a plan describes and returns its id. Azure is read first, so that asking
 * twice (after a lost answer, or from two windows) makes one version; the write goes out once, and after an unclear
 * answer Azure is read again. Throws `PlanRejected`, `ImageVersionExists` or `OutcomeUnknown`, besides Azure's own.
 */
export function imageVersionCreator(): CreateImageVersion {
  const inTurn = oneAtATime()
  return (azure, caller, plan) => {
    const id = idOf(plan)
    if (id === undefined) return judged(azure, plan).then((issues) => Promise.reject(new PlanRejected(issues)))
    return inTurn(`${caller.tid}:${imageVersionId(plan).toLowerCase()}`, () => created(azure, plan, id))
  }
}

async function created(azure: Azure, plan: ImageVersionPlan, id: ResourceId): Promise<string> {
  // What is there already comes before the rules: to them it would be nothing but a name that is taken.
  const [existing, issues] = await Promise.all([idOfSameVersion(azure, plan, id), judged(azure, plan)])
  if (existing !== undefined) return existing
  if (issues.some(isBlocking)) throw new PlanRejected(issues)
  try {
    return (await putImageVersion(azure, id, plan)).id
  } catch (error) {
    if (!(error instanceof NoClearAnswer)) throw error
    const found = await idOfSameVersion(azure, plan, id).catch((failure: unknown) => {
      throw failure instanceof ImageVersionExists ? failure : new OutcomeUnknown({ cause: failure })
    })
    if (found !== undefined) return found
    throw error
  }
}

async function judged(azure: Azure, plan: ImageVersionPlan) {
  return check(plan, await inventoryForPlan(azure, plan))
}

// undefined: there is none. Throws ImageVersionExists if there is another one.
async function idOfSameVersion(azure: Azure, plan: ImageVersionPlan, id: ResourceId): Promise<string | undefined> {
  const found = await unlessHidden(readImageVersion(azure, id))
  if (found === undefined) return undefined
  const different = differences(plan, found.wire)
  if (different.length > 0) throw new ImageVersionExists(different)
  return found.wire.id
}

// undefined where definition or name is blank or malformed: the rules say so
function idOf(plan: ImageVersionPlan): ResourceId | undefined {
  try {
    return parseResourceId(imageVersionId(plan))
  } catch (error) {
    if (error instanceof InvalidResourceId) return undefined
    throw error
  }
}
