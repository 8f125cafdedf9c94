import { type AlertPlan, toAlertTemplate, toPolicyTemplate } from '@portal/disk-encryption'
import type { Deployment } from '../deployment/deployment.ts'

/**
 * Alerts and policies as deployments: one of the alerts, unless there are no vaults, to the group of the plan; one of
 * the policies, unless none is chosen, to its subscription. A placeholder in angle brackets stands for an empty
 * subscription, group, address or name. Throws `InvalidResourceId` for a vault that is none.
 *
 * The subscription needs the resource providers Microsoft.EventGrid and Microsoft.Insights, and an action group's short
 * name has 12 characters at most: https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups
 *
 * Key Vault sends events only about versions of keys that are made after this is deployed:
 * https://learn.microsoft.com/azure/key-vault/general/event-grid-overview
 */
export function alertDeployments(plan: AlertPlan): Deployment[] {
  const { actionGroup, policies, vaults } = plan
  const filled: AlertPlan = {
    ...plan,
    subscriptionId: plan.subscriptionId || '<subscription>',
    resourceGroupName: plan.resourceGroupName || '<resource group>',
    actionGroup: {
      name: actionGroup.name || '<action group>',
      shortName: actionGroup.shortName || '<short name>',
      email: actionGroup.email || '<email address>',
    },
  }
  const { subscriptionId, resourceGroupName } = filled
  const place = { subscriptionId, resourceGroupName }
  const deployments: Deployment[] = []
  if (vaults.length > 0)
    deployments.push({ ...place, name: 'key-alerts', fileName: 'key-alerts', template: toAlertTemplate(filled) })
  if (Object.keys(policies).length > 0)
    deployments.push({
      ...place,
      name: 'key-policies',
      fileName: 'key-policies',
      subscriptionLocation: vaults[0]?.location ?? '<location>',
      template: toPolicyTemplate(policies, filled.subscriptionId),
    })
  return deployments
}
