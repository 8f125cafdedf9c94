/**
 * What a role is, as Azure describes it: https://learn.microsoft.com/azure/role-based-access-control/role-definitions
 */
export interface RoleDefinition {
  /** GUID, the same in every tenant */
  id: string
  description: string
  /** of what is managed, through ARM; `*` stands for any characters */
  actions: string[]
  notActions?: string[]
  /** of what is inside a resource: the keys of a vault */
  dataActions?: string[]
  /** GUIDs of the only roles that its holder may give and take away; absent: any that `actions` allow */
  mayAssignOnly?: string[]
}

/** Actions that most of Azure's roles bring along: to see who may do what, to deploy, to ask for support. */
export const usualActions = [
  'Microsoft.Authorization/*/read',
  'Microsoft.Insights/alertRules/*',
  'Microsoft.Resources/deployments/*',
  'Microsoft.Resources/subscriptions/resourceGroups/read',
  'Microsoft.Support/*',
]
