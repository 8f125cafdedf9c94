using 'main.bicep'

param image = 'contoso.azurecr.io/gallery-encryption-portal:1.0.0'
param registryName = 'contoso'
param portalClientId = '22222222-2222-4222-8222-222222222222'
param apiClientId = '33333333-3333-4333-8333-333333333333'
param customDomain = 'images.contoso.com'
