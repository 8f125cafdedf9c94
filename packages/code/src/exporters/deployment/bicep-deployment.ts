import {
  type ApiVersion,
  apiVersions,
  type AzureCloud,
  type DeploymentTemplate,
  resourceIdCall,
  type TemplateResource,
} from '@portal/arm'
import { azureCliOption } from '../../quoting/azure-cli-value.ts'
import { bicepQuoted } from '../../quoting/bicep.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { bicepSyntax } from '../image-version/bicep.ts'
import { plainLine, type CodeLine } from '../shown/code-line.ts'
import { NamedByUser } from '../shown/named-by-user.ts'
import { partsBelow, withShownParts, type ShownPart } from '../shown/shown-parts.ts'
import { bicepCloudLines } from '../syntax/cloud-in-tools.ts'
import { literalLines, prefixed, Verbatim, type LiteralSyntax } from '../syntax/literal-lines.ts'
import type { Deployment } from './deployment.ts'
import { standaloneTemplate } from './standalone-template.ts'

/** The text in the brackets of a template expression; undefined for a text that is not an expression. */
function templateExpression(text: string): string | undefined {
  return text.startsWith('[') && !text.startsWith('[[') && text.endsWith(']') ? text.slice(1, -1) : undefined
}

const templateString = /'(?:[^']|'')*'/g

/**
 * An expression of a template in Bicep, which has the same functions and writes strings and parameters in another way.
 * https://learn.microsoft.com/azure/azure-resource-manager/bicep/compare-template-syntax
 */
function bicepExpression(expression: string): string {
  return expression
    .replaceAll(/parameters\('(\w+)'\)/g, '$1')
    .replaceAll(templateString, (string) => bicepQuoted(string.slice(1, -1).replaceAll("''", "'")))
}

/** A text of a template in Bicep: an expression, or a string. Throws `RefusedCharacter`. */
function bicepText(text: string): string {
  const expression = templateExpression(text)
  if (expression !== undefined) return bicepExpression(expression)
  return bicepQuoted(text.startsWith('[[') && text.endsWith(']') ? text.slice(1) : text)
}

const syntax: LiteralSyntax = {
  ...bicepSyntax,
  key: (name) => {
    const expression = templateExpression(name)
    return expression === undefined ? bicepSyntax.key(name) : `'\${${bicepExpression(expression)}}': `
  },
  text: bicepText,
}

/**
 * The template as Bicep. Throws `RefusedCharacter`. https://learn.microsoft.com/azure/azure-resource-manager/bicep/file
 */
export function exportBicepDeployment(deployment: Deployment, cloud: AzureCloud): ExportedCode {
  const { template, shownParts = [], subscriptionLocation } = deployment
  const fileName = `${deployment.fileName ?? 'main'}.bicep`
  const { parameters, resources, outputs } = standaloneTemplate(template)
  const symbols = symbolsOf(resources)
  const lines = [
    ...bicepCloudLines(cloud).map(plainLine),
    ...targetLines(fileName, subscriptionLocation),
    ...Object.entries(parameters).flatMap(([name, parameter]) => parameterLines(name, parameter)),
    ...existingScopes(resources, symbols),
    ...resources.flatMap((resource, index) => [
      plainLine(''),
      ...resourceLines(resource, symbols, partsBelow(partsBelow(shownParts, 'resources'), index)),
    ]),
    ...Object.entries(outputs).flatMap(([name, { type, value }]) => [
      plainLine(''),
      ...prefixed(`output ${name} ${type} = `, literalLines(value, syntax)),
    ]),
  ]
  return exportedCode(lines, fileName, [])
}

function targetLines(fileName: string, subscriptionLocation: string | undefined): CodeLine[] {
  if (subscriptionLocation === undefined)
    return [plainLine(`// az deployment group create --template-file ${fileName}`)]
  const location = azureCliOption('location', subscriptionLocation)
  return [`// az deployment sub create ${location} --template-file ${fileName}`, "targetScope = 'subscription'"].map(
    plainLine,
  )
}

function parameterLines(name: string, { type, metadata }: DeploymentTemplate['parameters'][string]): CodeLine[] {
  const secure = type === 'securestring' ? ['@secure()'] : []
  return [
    '',
    `@description(${bicepQuoted(metadata.description)})`,
    ...secure,
    `param ${name} ${type === 'object' ? 'object' : 'string'}`,
  ].map(plainLine)
}

/** The symbol of each resource, by the expression of its ID: Bicep depends on symbols, not on IDs. */
function symbolsOf(resources: TemplateResource[]): Map<string, string> {
  const counts = new Map<string, number>()
  return new Map(
    resources.map((resource) => {
      const kind = (resource.type.split('/').at(-1) ?? '').replace(/ies$/, 'y').replace(/s$/, '')
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      return [idExpression(resource), `${kind}${count}`]
    }),
  )
}

function idExpression({ type, name, scope }: TemplateResource): string {
  if (scope === undefined) return resourceIdCall(type, ...name.split('/'))
  return `extensionResourceId(${templateExpression(scope)}, '${type}', ${templateExpression(name)})`
}

/** The scope of a resource that the template does not create itself. */
function existingScopes(resources: TemplateResource[], symbols: Map<string, string>): CodeLine[] {
  const scopes = resources.flatMap(({ scope }) => (scope === undefined ? [] : [templateExpression(scope) ?? '']))
  const foreign = [...new Set(scopes)].filter((scope) => !symbols.has(scope))
  return foreign.flatMap((scope, index) => {
    const [type = '', ...names] = [...scope.matchAll(/'((?:[^']|'')*)'/g)].map(([, literal = '']) => literal)
    const symbol = `existing${index + 1}`
    symbols.set(scope, symbol)
    const name = bicepQuoted(names.join('/').replaceAll("''", "'"))
    return ['', `resource ${symbol} '${type}@${versionOf(type)}' existing = {`, `  name: ${name}`, '}'].map(plainLine)
  })
}

function versionOf(type: string): string {
  const known: readonly ApiVersion[] = Object.values(apiVersions)
  return known.find(({ resourceTypes }) => resourceTypes.includes(type))?.version ?? apiVersions.keyVaults.version
}

function resourceLines(resource: TemplateResource, symbols: Map<string, string>, shownParts: ShownPart[]): CodeLine[] {
  const { type, apiVersion, scope, dependsOn, ...rest } = resource
  // In Bicep, the file's target scope says that it is of the subscription.
  const idOf = (id: string) => templateExpression(id)?.replace(/^subscriptionResourceId\b/, 'resourceId') ?? ''
  const symbolOf = (id: string) => new Verbatim(symbols.get(idOf(id)) ?? '')
  const { name, ...fields } = rest
  const body = {
    name,
    ...(scope !== undefined && { scope: symbolOf(scope) }),
    ...fields,
    ...(fields.tags !== undefined && { tags: new NamedByUser(fields.tags) }),
    ...(dependsOn !== undefined && { dependsOn: dependsOn.map(symbolOf) }),
  }
  const symbol = symbols.get(idExpression(resource)) ?? ''
  return prefixed(
    `resource ${symbol} '${type}@${apiVersion}' = `,
    literalLines(withShownParts(body, shownParts), syntax),
  )
}
