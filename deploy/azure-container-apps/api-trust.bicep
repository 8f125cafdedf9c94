// Makes the portal's API application trust the app's identity instead of a secret: its federated credential.
//   az deployment group create --resource-group <group> --template-file deploy/azure-container-apps/api-trust.bicep \
//     --parameters identityPrincipalId=<output of main.bicep>
// Run it as an owner of the application or Application Administrator. Both must be in one tenant.
extension 'br:mcr.microsoft.com/bicep/extensions/microsoftgraph/v1.0:1.0.0'

@description('uniqueName of the API application.')
param apiUniqueName string = 'gallery-encryption-portal-api'

@description('Object id of the user-assigned managed identity.')
param identityPrincipalId string

var audienceOf = {
  AzureCloud: 'api://AzureADTokenExchange'
  AzureUSGovernment: 'api://AzureADTokenExchangeUSGov'
  AzureChinaCloud: 'api://AzureADTokenExchangeChina'
}
var audience = audienceOf[environment().name]

resource api 'Microsoft.Graph/applications@v1.0' existing = {
  uniqueName: apiUniqueName
}

resource trust 'Microsoft.Graph/applications/federatedIdentityCredentials@v1.0' = {
  name: '${api.uniqueName}/container-app'
  issuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
  subject: identityPrincipalId
  audiences: [audience]
}
