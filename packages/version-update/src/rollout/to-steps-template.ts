import {
  apiVersions,
  type DeploymentTemplate,
  deploymentTemplate,
  parseResourceId,
  resourceIdCall,
  resourceType,
  templateLiteral,
} from '@portal/arm'
import { imageVersionApiVersion, type StoredVersion } from '@portal/image-version'

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#'
const deploymentType = 'Microsoft.Resources/deployments'
const deploymentsApiVersion = apiVersions.deployments.version

type SteppedVersion = Pick<StoredVersion, 'id' | 'location'>

/**
 * The deployment that runs steps on a version one after the other, each after the previous one has succeeded. Its
 * parameter `work` has the steps. Each step reads the version with `reference` when its turn comes, so that changes by
 * others in between are kept: each step is a nested deployment, which gets the version as a parameter. With `creates`,
 * an API version, a first step creates the version with it, from the body in `work`'s `creation`. With `versions`, each
 * step is of the version at its place, instead of the one.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#reference
 */
export function toStepsTemplate(
  deploymentName: string,
  version: SteppedVersion,
  { creates, count, versions = [] }: { creates?: string | undefined; count: number; versions?: SteppedVersion[] },
): DeploymentTemplate {
  const creation = (apiVersion: string) => ({
    parameters: { creation: { value: "[parameters('work').creation]" } },
    template: creationTemplate({ id: version.id, location: version.location, apiVersion }),
  })
  const step = (index: number) => {
    const { id, location } = versions[index] ?? version
    return {
      parameters: {
        version: { value: `[reference(${templateLiteral(id)}, '${imageVersionApiVersion}', 'Full')]` },
        step: { value: `[parameters('work').steps[${index}]]` },
      },
      template: stepTemplate(id, location),
    }
  }
  const steps = [
    ...(creates === undefined ? [] : [creation(creates)]),
    ...Array.from({ length: count }, (_, index) => step(index)),
  ]
  const name = (index: number) => stepDeploymentName(deploymentName, index)
  return deploymentTemplate({
    parameters: {
      work: { type: 'object', metadata: { description: 'what is done to which image version, step by step' } },
    },
    resources: steps.map((taken, index) => ({
      type: deploymentType,
      apiVersion: deploymentsApiVersion,
      name: name(index),
      ...(index > 0 && { dependsOn: [`[${resourceIdCall(deploymentType, name(index - 1))}]`] }),
      properties: {
        mode: 'Incremental',
        expressionEvaluationOptions: { scope: 'inner' },
        ...taken,
      },
    })),
  })
}

/** The name of the deployment that is the step of that index, from 0. */
export function stepDeploymentName(deploymentName: string, index: number): string {
  return `${deploymentName}-step-${index + 1}`
}

// The body is a parameter, because a text in a template might look like an expression.
function creationTemplate(version: VersionResource): object {
  return {
    $schema: schema,
    contentVersion: '1.0.0.0',
    parameters: { creation: { type: 'object' } },
    resources: [
      {
        ...versionResource(version),
        tags: "[parameters('creation').tags]",
        properties: "[parameters('creation').properties]",
      },
    ],
  }
}

const shortName = "toLower(replace(lambdaVariables('region').name, ' ', ''))"

/** One step: the version goes back as it was read, including encryption and unknown fields, with the step's changes. */
function stepTemplate(id: string, location: string): object {
  return {
    $schema: schema,
    contentVersion: '1.0.0.0',
    parameters: { version: { type: 'object' }, step: { type: 'object' } },
    variables: {
      stored: "[parameters('version').properties.publishingProfile.targetRegions]",
      staying: `[filter(variables('stored'), lambda('region', not(contains(parameters('step').removed, ${shortName}))))]`,
      names: `[map(variables('staying'), lambda('region', ${shortName}))]`,
      changed: `[map(variables('staying'), lambda('region', if(contains(parameters('step').changed, ${shortName}), union(lambdaVariables('region'), parameters('step').changed[${shortName}]), lambdaVariables('region'))))]`,
      added: `[filter(parameters('step').added, lambda('region', not(contains(variables('names'), ${shortName}))))]`,
      said: "[createObject('safetyProfile', parameters('step').safetyProfile, 'publishingProfile', union(parameters('step').publishingProfile, createObject('targetRegions', concat(variables('changed'), variables('added')))))]",
    },
    resources: [
      {
        ...versionResource({ id, location, apiVersion: imageVersionApiVersion }),
        tags: `[union(${tagsOf('version')}, ${tagsOf('step')})]`,
        properties: "[union(parameters('version').properties, variables('said'))]",
      },
    ],
  }
}

const tagsOf = (parameter: string) =>
  `if(contains(parameters('${parameter}'), 'tags'), parameters('${parameter}').tags, createObject())`

interface VersionResource extends SteppedVersion {
  apiVersion: string
}

function versionResource({ id, location, apiVersion }: VersionResource) {
  const parsed = parseResourceId(id)
  return { type: resourceType(parsed), apiVersion, name: parsed.names.join('/'), location }
}
