import type { Directory } from '../directory.ts'

/** A POST to the token endpoint. */
export interface TokenRequest {
  directory: Directory
  /** first segment of the path: a tenant, or `organizations` */
  tenantSegment: string
  form: Record<string, string>
  /** `Origin` header */
  origin: string | undefined
  /** of HTTP Basic, if that is how the client named itself */
  basic: { clientId: string; clientSecret: string } | undefined
}
