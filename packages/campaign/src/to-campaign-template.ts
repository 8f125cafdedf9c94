import {
  apiVersions,
  type DeploymentTemplate,
  deploymentTemplate,
  parseResourceId,
  plainText,
  resourceIdCall,
  resourceType,
  type TemplateResource,
} from '@portal/arm'
import { toArm, tryImageVersionId } from '@portal/image-version'
import { sha256 } from './campaign-confirmation.ts'
import type { Campaign } from './campaign.ts'
import type { CampaignDisk, Successor } from './successor-plan.ts'

const diskType = 'Microsoft.Compute/disks'

/** The start of the names of a campaign's deployments. */
export const campaignPrefix = 'encrypt-versions-'

/**
 * The identifier of a campaign: the same for the same campaign, 16 digits of a SHA-256 in hex. The same in the browser
 * and on the server.
 */
export async function campaignId(campaign: Campaign): Promise<string> {
  return (await sha256(campaign)).slice(0, 16)
}

/**
 * The template that states a piece of work in a parameter and creates nothing: Azure keeps its parameters, so everyone
 * with access to the resource group can continue the work.
 */
export function statementTemplate(parameter: 'campaign' | 'cleanUp', description: string): DeploymentTemplate {
  return deploymentTemplate({
    parameters: { [parameter]: { type: 'object', metadata: { description } } },
    resources: [],
  })
}

/**
 * The template that creates the new versions of one batch, each with the disks that it is created from. Run again, it
 * changes nothing that it has created.
 * https://learn.microsoft.com/azure/templates/microsoft.compute/galleries/images/versions
 */
export function toCampaignTemplate(successors: readonly Successor[]): DeploymentTemplate {
  return deploymentTemplate({
    resources: successors.flatMap((successor) => [...successor.disks.map(diskOf), versionOf(successor)]),
  })
}

// A disk from an image version: https://learn.microsoft.com/azure/virtual-machines/managed-disk-from-image-version
function diskOf({ name, location, versionId, lun, isTrustedLaunch }: CampaignDisk): TemplateResource {
  return {
    type: diskType,
    apiVersion: apiVersions.disksInTemplates.version,
    name: plainText(name),
    location: plainText(location),
    sku: { name: 'Standard_LRS' },
    properties: {
      creationData: {
        createOption: 'FromImage',
        galleryImageReference: { id: plainText(versionId), ...(lun !== undefined && { lun }) },
      },
      ...(isTrustedLaunch && lun === undefined && { securityProfile: { securityType: 'TrustedLaunch' } }),
    },
  }
}

function versionOf({ plan, disks }: Successor): TemplateResource {
  const id = parseResourceId(tryImageVersionId(plan) ?? '')
  const { location, tags, properties } = toArm(plan)
  return {
    type: resourceType(id),
    apiVersion: apiVersions.imageVersionsInCode.version,
    name: plainText(id.names.join('/')),
    location: plainText(location),
    tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [plainText(name), plainText(value)])),
    ...(disks.length > 0 && { dependsOn: disks.map(({ name }) => `[${resourceIdCall(diskType, name)}]`) }),
    properties: withPlainTexts(properties),
  }
}

// No text of a version is meant as an expression, whatever it looks like.
function withPlainTexts<T>(value: T): T
function withPlainTexts(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value)
  if (Array.isArray(value)) return value.map((item) => withPlainTexts<unknown>(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withPlainTexts<unknown>(part)]))
}
