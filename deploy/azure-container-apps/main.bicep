// The portal on Azure Container Apps, with its own identity and without a secret:
//   az deployment group create --resource-group <group> --parameters deploy/azure-container-apps/portal.bicepparam
// api-trust.bicep then makes the API application trust the identity. docs/deployment.md has all steps.

@description('Name of the app, and the beginning of the names of what belongs to it.')
param name string = 'gallery-encryption-portal'

param location string = resourceGroup().location

@description('The image, such as contoso.azurecr.io/gallery-encryption-portal:1.0.0.')
param image string

@description('Container registry in this resource group that the image comes from; empty: one that asks for no sign-in.')
param registryName string = ''

@description('Ids of the tenants whose people may come in.')
param tenantIds string[] = [tenant().tenantId]

@description('Application id of the portal in the browser.')
param portalClientId string

@description('Application id of the portal\'s API.')
param apiClientId string

@description('Host name under which browsers reach the portal; empty: the one that Container Apps gives.')
param customDomain string = ''

@description('Id of the certificate for the host name, in the environment of the app; empty until it has one.')
param customDomainCertificateId string = ''

@minValue(1)
param minReplicas int = 2

@minValue(1)
param maxReplicas int = 6

@description('Key vault in this resource group with the secrets portal-redis-url and portal-token-cache-key, if the replicas share a Redis.')
param redisKeyVaultName string = ''

@description('Storage of the environment with a file named operators, the decisions of the operators; empty: none.')
param operatorsStorageName string = ''

var acrPull = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
var keyVaultSecretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
var port = 4280
var usesRedis = redisKeyVaultName != ''
var hasOperatorsFile = operatorsStorageName != ''
var host = customDomain == '' ? '${name}.${appEnvironment.properties.defaultDomain}' : customDomain

// The server's identity. It needs no role in Azure: it calls Azure as the signed-in user.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-identity'
  location: location
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: '${name}-log'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 90
  }
}

// What docs/operating.md says to watch.
resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(workspace.id, 'workbook')
  location: location
  kind: 'shared'
  properties: {
    displayName: 'Gallery Encryption Portal'
    category: 'workbook'
    sourceId: workspace.id
    serializedData: loadTextContent('workbook.json')
  }
}

resource appEnvironment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    // With diagnostic settings, which need no workspace key.
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
  }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: appEnvironment
  properties: {
    workspaceId: workspace.id
    logs: [
      {
        categoryGroup: 'allLogs'
        enabled: true
      }
    ]
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' existing = if (registryName != '') {
  name: registryName
}

resource pullsImage 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (registryName != '') {
  name: guid(registry.id, identity.id, acrPull)
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: acrPull
  }
}

resource redisKeyVault 'Microsoft.KeyVault/vaults@2026-02-01' existing = if (usesRedis) {
  name: redisKeyVaultName
}

resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (usesRedis) {
  name: guid(redisKeyVault.id, identity.id, keyVaultSecretsUser)
  scope: redisKeyVault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: keyVaultSecretsUser
  }
}

resource app 'Microsoft.App/containerApps@2025-01-01' = {
  name: name
  location: location
  dependsOn: [pullsImage, readsSecrets]
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: appEnvironment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        allowInsecure: false
        targetPort: port
        transport: 'http'
        customDomains: customDomain == '' ? [] : [
          {
            name: customDomain
            certificateId: customDomainCertificateId == '' ? null : customDomainCertificateId
            bindingType: customDomainCertificateId == '' ? 'Disabled' : 'SniEnabled'
          }
        ]
      }
      registries: registryName == '' ? [] : [
        {
          server: registry!.properties.loginServer
          identity: identity.id
        }
      ]
      secrets: usesRedis ? [
        {
          name: 'redis-url'
          keyVaultUrl: '${redisKeyVault!.properties.vaultUri}secrets/portal-redis-url'
          identity: identity.id
        }
        {
          name: 'token-cache-key'
          keyVaultUrl: '${redisKeyVault!.properties.vaultUri}secrets/portal-token-cache-key'
          identity: identity.id
        }
      ] : []
    }
    template: {
      // The server drains for 5 s and gives requests 20 s to finish.
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'portal'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: concat([
            {
              name: 'AZURE_CLOUD'
              value: environment().name
            }
            {
              name: 'AZURE_TENANT_IDS'
              value: join(tenantIds, ',')
            }
            {
              name: 'PORTAL_CLIENT_ID'
              value: portalClientId
            }
            {
              name: 'API_CLIENT_ID'
              value: apiClientId
            }
            {
              name: 'API_MANAGED_IDENTITY_CLIENT_ID'
              value: identity.properties.clientId
            }
            {
              name: 'PUBLIC_ORIGIN'
              value: 'https://${host}'
            }
            {
              // the ingress of Container Apps
              name: 'TRUST_PROXY'
              value: '1'
            }
          ], usesRedis ? [
            {
              name: 'REDIS_URL'
              secretRef: 'redis-url'
            }
            {
              name: 'TOKEN_CACHE_KEY_FILE'
              value: '/etc/portal/token-cache-key/key'
            }
          ] : [], hasOperatorsFile ? [
            {
              name: 'OPERATORS_FILE'
              value: '/etc/portal/operators/operators'
            }
          ] : [])
          volumeMounts: concat(usesRedis ? [
            {
              volumeName: 'token-cache-key'
              mountPath: '/etc/portal/token-cache-key'
            }
          ] : [], hasOperatorsFile ? [
            {
              volumeName: 'operators'
              mountPath: '/etc/portal/operators'
            }
          ] : [])
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/livez'
                port: port
              }
              periodSeconds: 1
              failureThreshold: 30
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/livez'
                port: port
              }
              periodSeconds: 10
              timeoutSeconds: 3
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: port
              }
              periodSeconds: 2
              timeoutSeconds: 3
            }
          ]
        }
      ]
      volumes: concat(usesRedis ? [
        {
          name: 'token-cache-key'
          storageType: 'Secret'
          secrets: [
            {
              secretRef: 'token-cache-key'
              path: 'key'
            }
          ]
        }
      ] : [], hasOperatorsFile ? [
        {
          name: 'operators'
          storageType: 'AzureFile'
          storageName: operatorsStorageName
        }
      ] : [])
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            name: 'requests'
            http: {
              metadata: {
                concurrentRequests: '50'
              }
            }
          }
        ]
      }
    }
  }
}

@description('Where browsers reach the portal.')
output origin string = 'https://${host}'

@description('Whom the API application has to trust: identityPrincipalId of api-trust.bicep.')
output identityPrincipalId string = identity.properties.principalId

@description('What the owner of a host name proves it with, in the TXT record asuid.<host name>.')
output customDomainVerificationId string = app.properties.customDomainVerificationId
