import type { LinkReport } from '@portal/portal-api'
import * as z from 'zod/mini'
import { forTenant, type SignInService } from '../cloud.ts'
import { httpAnswer, unanswered, type HttpAnswer } from './http-answer.ts'
import { failed, linkReport, ok, type LinkOutcome } from './link-report.ts'

/** A link, and what its answer said of Entra ID's clock (ms before ours). */
export interface EntraLink {
  report: LinkReport
  aheadMs: number | undefined
}

const metadata = z.object({ issuer: z.string() })
const refusal = z.object({ error_description: z.string() })
const keySet = z.object({ keys: z.array(z.object({ kty: z.string(), kid: z.string() })) })

/**
 * Whether Entra ID describes itself for that tenant (or `organizations`) as the server expects it: the issuer of its
 * tokens.
 * https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#fetch-the-openid-configuration-document
 */
export function metadataLink({ issuer }: Pick<SignInService, 'issuer'>, tenant: string): Promise<EntraLink> {
  // Entra ID itself returns the template if no tenant is named.
  const expected = tenant === 'organizations' ? issuer : forTenant(issuer, tenant)
  return askedOfEntra(
    'metadata',
    `${forTenant(issuer, tenant)}/.well-known/openid-configuration`,
    ({ status, body }) => {
      if (isUnknownTenant(body)) return failed('TenantNotFound', [{ name: 'error', value: 'AADSTS90002' }])
      const parsed = z.safeParse(metadata, body)
      if (status !== 200 || !parsed.success) return unlikeEntra(status)
      const { issuer: told } = parsed.data
      return told === expected
        ? ok([{ name: 'issuer', value: told }])
        : failed('IssuerDiffers', [{ name: 'issuer', value: told, expected }])
    },
  )
}

/** Whether the keys are there that tokens are checked with. */
export function signingKeysLink({ jwksUri }: Pick<SignInService, 'jwksUri'>): Promise<EntraLink> {
  return askedOfEntra('signingKeys', forTenant(jwksUri, 'organizations'), ({ status, body }) => {
    if (status !== 200) return unlikeEntra(status)
    const parsed = z.safeParse(keySet, body)
    const count = parsed.success ? parsed.data.keys.filter(({ kty }) => kty === 'RSA').length : 0
    return count > 0 ? ok([{ name: 'keys', value: String(count) }]) : failed('NoSigningKeys')
  })
}

async function askedOfEntra(
  link: 'metadata' | 'signingKeys',
  url: string,
  judge: (answer: HttpAnswer) => LinkOutcome,
): Promise<EntraLink> {
  let aheadMs: number | undefined
  const report = await linkReport(link, async () => {
    try {
      const answer = await httpAnswer(url)
      aheadMs = answer.aheadMs
      return judge(answer)
    } catch (error) {
      return unanswered(error, 'EntraUnreachable')
    }
  })
  return { report, aheadMs }
}

function unlikeEntra(status: number): LinkOutcome {
  return failed('EntraUnreachable', [{ name: 'status', value: String(status) }])
}

function isUnknownTenant(body: unknown): boolean {
  const parsed = z.safeParse(refusal, body)
  return parsed.success && parsed.data.error_description.startsWith('AADSTS90002')
}
