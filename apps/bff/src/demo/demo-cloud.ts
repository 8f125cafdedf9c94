import { azureClouds } from '@portal/arm'
import { armScopeOf, type AuthorityMetadata, type Cloud } from '../cloud.ts'
import { replicationPollMs } from '../cloud/replication-poll.ts'

const authority = 'https://sts.demo.invalid'

/**
 * The simulator at `url` as a cloud, which the server itself reaches at `directUrl`. Its sign-in uses http, which MSAL
 * accepts only from metadata, under an https authority that can't exist anywhere.
 */
export function demoCloud(url: string, directUrl = url): Cloud {
  const metadata = metadataAt(url)
  const ownMetadata = { ...metadataAt(directUrl), issuer: metadata.issuer }
  return {
    environment: 'demo',
    azure: azureClouds.AzureCloud,
    resourceManager: directUrl,
    resourceManagerScope: armScopeOf(azureClouds.AzureCloud),
    replicationPollMs: replicationPollMs.demo,
    signIn: {
      authority: `${authority}/organizations`,
      // two segments: MSAL rewrites the endpoints of an authority that has one
      tenantAuthority: `${authority}/{tenantid}/v2.0`,
      knownAuthorities: [new URL(authority).host],
      metadata,
      ownMetadata,
      issuer: metadata.issuer,
      jwksUri: ownMetadata.jwks_uri,
      authorizationEndpoint: metadata.authorization_endpoint,
      origin: new URL(url).origin,
    },
  }
}

function metadataAt(url: string): AuthorityMetadata {
  const base = `${url}/{tenantid}`
  return {
    issuer: `${base}/v2.0`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
  }
}
