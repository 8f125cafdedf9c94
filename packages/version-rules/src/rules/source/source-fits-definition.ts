import { diskControllersOf, type ImageDefinition, purchasePlanLabel } from '@portal/gallery'
import {
  chosenResources,
  errorAt,
  type ImageVersionPlan,
  type Inventory,
  type Issue,
  type IssuePath,
  type SourceResource,
  warningAt,
} from '@portal/image-version'

// The source's operating system, its state, its generation and its architecture match the image definition. Azure
// documents no refusal of an OS disk or snapshot without a known operating system: a warning.
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
  const source = { path, resource, definition }
  return [...issues, ...capabilityIssues(source), ...controllerIssues(source, plan.name), ...purchasePlanIssues(source)]
}

interface SourceAndDefinition {
  path: IssuePath
  resource: SourceResource
  definition: ImageDefinition
}

// What the source supports, as far as it says so. The refusal of other accelerated networking is from a public report:
// https://github.com/Azure/bicep-registry-modules/issues/4374
function capabilityIssues({ path, resource, definition }: SourceAndDefinition): Issue[] {
  const { name, architecture: sourceArchitecture, isAcceleratedNetworkSupported: supports } = resource
  const { architecture, isAcceleratedNetworkSupported: requires } = definition
  const issues: Issue[] = []
  if (sourceArchitecture !== undefined && sourceArchitecture !== architecture)
    issues.push(errorAt(path, 'SourceArchitectureMismatch', { name, sourceArchitecture, architecture }))
  if (supports !== undefined && requires !== undefined && supports !== requires)
    issues.push(
      supports
        ? errorAt(path, 'SourceHasAcceleratedNetworking', { name })
        : errorAt(path, 'SourceLacksAcceleratedNetworking', { name }),
    )
  return issues
}

// No refusal of another disk controller is known: Azure takes the definition's word for the version.
// https://learn.microsoft.com/azure/virtual-machines/enable-nvme-remote-faqs
function controllerIssues({ path, resource, definition }: SourceAndDefinition, version: string): Issue[] {
  const { name, diskControllerTypes: ofSource, hyperVGeneration } = resource
  const ofVersion = version === '' ? definition.diskControllerTypes : diskControllersOf(definition, version)
  if (ofSource === undefined || hyperVGeneration === 'V1' || ofSource === (ofVersion ?? 'SCSI')) return []
  return [warningAt(path, ofSource === 'SCSI' ? 'SourceLacksNvme' : 'SourceSupportsNvme', { name })]
}

// Azure creates the version, but machines from it need the purchase plan, which they take from the definition.
// https://github.com/Azure/azure-rest-api-specs/issues/22133
function purchasePlanIssues({ path, resource, definition }: SourceAndDefinition): Issue[] {
  const { name, purchasePlan: ofSource } = resource
  const { purchasePlan: ofDefinition } = definition
  if (ofSource === undefined) return []
  const plan = purchasePlanLabel(ofSource)
  if (ofDefinition === undefined) return [warningAt(path, 'SourcePlanNotInDefinition', { name, plan })]
  const definitionPlan = purchasePlanLabel(ofDefinition)
  const isSame = plan.toLowerCase() === definitionPlan.toLowerCase()
  return isSame ? [] : [warningAt(path, 'SourcePlanDiffers', { name, plan, definitionPlan })]
}
