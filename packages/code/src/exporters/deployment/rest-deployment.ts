import { apiVersions, type AzureCloud } from '@portal/arm'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { restCallLines } from '../rest-call.ts'
import { withShownPlaces } from '../shown/shown-places.ts'
import { isUnfinished, type Deployment } from './deployment.ts'
import { standaloneTemplate } from './standalone-template.ts'

/**
 * The call of Azure's own API that deploys the template, with curl; a secure parameter is a placeholder. Throws
 * `RefusedCharacter`.
 * https://learn.microsoft.com/rest/api/resources/deployments/create-or-update
 */
export function exportRestDeployment(deployment: Deployment, cloud: AzureCloud): ExportedCode {
  const { subscriptionId, resourceGroupName, subscriptionLocation, name, template, places = [] } = deployment
  const group = subscriptionLocation === undefined ? `/resourceGroups/${resourceGroupName}` : ''
  const standalone = standaloneTemplate(template)
  const names = Object.keys(standalone.parameters)
  const parameters = Object.fromEntries(names.map((parameter) => [parameter, { value: `<${parameter}>` }]))
  const lines = restCallLines({
    id: `/subscriptions/${subscriptionId}${group}/providers/Microsoft.Resources/deployments/${name}`,
    apiVersion: apiVersions.deployments.version,
    body: {
      ...(subscriptionLocation !== undefined && { location: subscriptionLocation }),
      properties: { mode: 'Incremental', template: withShownPlaces(standalone, places), parameters },
    },
    isUnfinished: names.length > 0 || isUnfinished(deployment),
    path: ['resourceGroup'],
    cloud,
  })
  return exportedCode(lines, `${deployment.fileName ?? 'deploy'}.sh`, [])
}
