import type { ImageVersionPlan } from '@portal/image-version'
import type { ImageVersion, VersionWork } from '@portal/portal-api'

/**
 * The request for a version, without the regions that Azure has yet to add: their absence is not a fault. `works` is
 * undefined until the operations in progress are known.
 */
export function withoutPendingRegions(
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
