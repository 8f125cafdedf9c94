# Requires the modules Az.ManagedServiceIdentity and Az.Resources (6.3 or later), and Connect-AzAccount.
$ErrorActionPreference = 'Stop'
Set-AzContext -Subscription '0a1b2c3d-1111-4222-8333-444455556666' | Out-Null

# The application that the other tenant grants access to its key.
$application = Get-AzADApplication -ApplicationId c0470500-0000-4000-8000-00000000c103
# The identity that the disk encryption set gets.
$identity = Get-AzUserAssignedIdentity -ResourceGroupName 'myResourceGroup' -Name 'partner-keys-identity'
$tenant = (Get-AzContext).Tenant.Id

# The application trusts the identity.
$credential = @{
  ApplicationObjectId = $application.Id
  Name = $identity.PrincipalId
  Issuer = "https://login.microsoftonline.com/$tenant/v2.0"
  Subject = $identity.PrincipalId
  Audience = 'api://AzureADTokenExchange'
}
New-AzADAppFederatedCredential @credential | Out-Null
"Client ID: $($application.AppId)"
"User-assigned identity: $($identity.Id)"
