/** A template of ARM: https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax */
export interface DeploymentTemplate {
  $schema:
    | 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#'
    | 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#'
  contentVersion: '1.0.0.0'
  parameters: Record<string, { type: 'string' | 'securestring' | 'object'; metadata: { description: string } }>
  resources: TemplateResource[]
  outputs: Record<string, { type: 'string' | 'object'; value: unknown }>
}

/** A resource of a template. `name` has a part for each level of `type` below the provider. */
export interface TemplateResource {
  type: string
  apiVersion: string
  name: string
  location?: string
  /** for a resource on another one, for example a role assignment */
  scope?: string
  dependsOn?: string[]
  identity?: object
  sku?: { name: string }
  /** the purchase plan of a virtual machine's image */
  plan?: { publisher: string; product: string; name: string }
  tags?: Record<string, string>
  properties: object
}

/** The template of a deployment to a resource group. */
export function deploymentTemplate({
  parameters = {},
  resources,
  outputs = {},
}: Pick<DeploymentTemplate, 'resources'> & Partial<DeploymentTemplate>): DeploymentTemplate {
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters,
    resources,
    outputs,
  }
}

/** A text as a literal of ARM's template language. */
export function templateLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/**
 * A text that ARM uses literally, even if it looks like an expression.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions#escape-characters
 */
export function plainText(text: string): string {
  return text.startsWith('[') && text.endsWith(']') ? `[${text}` : text
}

/** The call that returns the ID of a resource in the deployment's group, for use in an expression. */
export function resourceIdCall(type: string, ...names: string[]): string {
  return `resourceId(${[type, ...names].map(templateLiteral).join(', ')})`
}
