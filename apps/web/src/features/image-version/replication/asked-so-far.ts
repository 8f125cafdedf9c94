import type { ImageVersionPlan } from '@portal/image-version'
import type { ImageVersion, VersionWork } from '@portal/portal-api'

/**
 * What was asked for a version, without the regions that Azure is yet to add: that those are not there is no fault.
 * `works` is undefined until it is known what is under way.
 */
export function askedSoFar(
  asked: ImageVersionPlan,
  version: Pick<ImageVersion, 'targetRegions'>,
  works: VersionWork[] | undefined,
): ImageVersionPlan {
  const steps = works?.filter(({ state }) => state === 'Running').flatMap((work) => work.steps)
  const isToCome = (name: string) =>
    steps === undefined || steps.some(({ action, regions }) => action === 'add' && regions.includes(name))
  const isThere = (name: string) => version.targetRegions.some((region) => region.name === name)
  return { ...asked, targetRegions: asked.targetRegions.filter(({ name }) => isThere(name) || !isToCome(name)) }
}
