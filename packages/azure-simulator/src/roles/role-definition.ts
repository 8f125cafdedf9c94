/**
 * What a role is, as Azure describes it: https://learn.microsoft.com/azure/role-based-access-control/role-definitions
 */
export interface RoleDefinition {
  /** GUID, the same in every tenant */
  id: string
  description: string
  /** on the resources, through ARM; `*` matches any characters */
  actions: string[]
  notActions?: string[]
  /** inside a resource: the keys of a vault */
  dataActions?: string[]
  /** GUIDs of the only roles that its holder can assign and remove; absent: any that `actions` allow */
  mayAssignOnly?: string[]
}

/** Actions in most of Azure's roles: read role assignments, deploy, request support. */
export const usualActions = [
  'Microsoft.Authorization/*/read',
  'Microsoft.Insights/alertRules/*',
  'Microsoft.Resources/deployments/*',
  'Microsoft.Resources/subscriptions/resourceGroups/read',
  'Microsoft.Support/*',
]
