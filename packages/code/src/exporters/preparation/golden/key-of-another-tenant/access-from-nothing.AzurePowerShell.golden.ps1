# Requires the modules Az.ManagedServiceIdentity and Az.Resources (6.3 or later), and Connect-AzAccount -Environment 'ContosoStack'.
# Run once first: Add-AzEnvironment -Name 'ContosoStack' -ARMEndpoint 'https://management.stack.contoso.com:8443'
$ErrorActionPreference = 'Stop'
Set-AzContext -Subscription '0a1b2c3d-1111-4222-8333-444455556666' | Out-Null

# The application that the other tenant grants access to its key.
$application = New-AzADApplication -DisplayName gallery-encryption-keys -SignInAudience AzureADMultipleOrgs
# The identity that the disk encryption set gets.
$identity = New-AzUserAssignedIdentity -ResourceGroupName 'myResourceGroup' -Name gallery-encryption-keys -Location 'japaneast'
$tenant = (Get-AzContext).Tenant.Id

# The application trusts the identity.
$credential = @{
  ApplicationObjectId = $application.Id
  Name = $identity.PrincipalId
  Issuer = "https://login.stack.contoso.com/$tenant/v2.0"
  Subject = $identity.PrincipalId
  Audience = 'api://AzureADTokenExchange'
}
New-AzADAppFederatedCredential @credential | Out-Null
"Client ID: $($application.AppId)"
"User-assigned identity: $($identity.Id)"
