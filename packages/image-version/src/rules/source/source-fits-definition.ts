import type { Inventory } from '../../inventory.ts'
import { errorAt, warningAt, type Issue } from '../../issue.ts'
import type { ImageVersionPlan } from '../../plan.ts'
import { chosenResources } from '../../sources/source-resources.ts'

// The source's operating system, its state and its generation match the image definition. Azure documents no refusal of
// an OS disk or snapshot without a known operating system: a warning.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function sourceFitsDefinitionIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  const definition = inventory.imageDefinition
  const chosen = chosenResources(plan.source, inventory).find(({ key }) => key === 'os')
  if (definition === undefined || chosen?.resource === undefined) return []
  const { path, resource } = chosen
  const { name, osType: sourceOsType, hyperVGeneration: sourceGeneration } = resource
  const { osType, osState, hyperVGeneration: generation } = definition
  const issues: Issue[] = []
  if (sourceOsType !== undefined && sourceOsType !== osType)
    issues.push(errorAt(path, 'SourceOsTypeMismatch', { name, sourceOsType, osType }))
  if (sourceOsType === undefined && 'disk' in resource)
    issues.push(warningAt(path, 'SourceWithoutOperatingSystem', { name }))
  if ('osState' in resource && resource.osState !== undefined && resource.osState !== osState)
    issues.push(errorAt(path, 'SourceOsStateMismatch', { name, sourceOsState: resource.osState, osState }))
  if (sourceGeneration !== undefined && sourceGeneration !== generation)
    issues.push(errorAt(path, 'SourceGenerationMismatch', { name, sourceGeneration, generation }))
  return issues
}
