import { type AzureCloud, azureClouds, metadataApiVersion } from '@portal/arm'
import * as z from 'zod/mini'
import { jsonOf } from '../http/json-text.ts'
import { isUntrustedCertificate, noAnswerReason } from '../http/network-failure.ts'
import { ConfigurationFaults } from '../process/configuration-faults.ts'
import type { CloudChoice } from './cloud-choice.ts'

const timeoutMs = 10_000

// As Azure writes them: with a slash at the end or without.
const origin = z.pipe(
  z.string().check(z.refine((text) => originOf(text) !== undefined, "isn't an https origin")),
  z.transform((text: string) => originOf(text) ?? ''),
)
const audience = z.string().check(z.refine(isPlainHttps, "isn't an https address"))
const dnsSuffix = z.pipe(
  z.string().check(z.regex(/^\.?(?:[a-z\d-]+\.)+[a-z\d-]+$/i, "isn't a host name suffix")),
  z.transform((text: string) => text.toLowerCase().replace(/^\./, '')),
)

/** What `az cloud register` reads too: https://learn.microsoft.com/cli/azure/cloud#az-cloud-register */
const endpoints = z.object({
  // It becomes part of exported code.
  name: z.string().check(z.regex(/^[A-Za-z\d][\w.-]{0,99}$/, "isn't a name of letters and digits")),
  resourceManager: origin,
  portal: origin,
  authentication: z.object({ loginEndpoint: origin, audiences: z.array(audience).check(z.minLength(1, 'is empty')) }),
  suffixes: z.object({ keyVaultDns: dnsSuffix, mhsmDns: z.optional(dnsSuffix), storage: dnsSuffix }),
})

// Entra ID's issuer, whatever the requested host: for example, login.windows.net is login.microsoftonline.com.
const discovery = z.object({
  issuer: z.string().check(z.regex(/^https:\/\/[^/]+\/\{tenantid\}\/v2\.0$/, "isn't Microsoft Entra ID's")),
})

/**
 * The chosen Azure. One that is not Microsoft's describes itself: its Resource Manager returns the other addresses, its
 * Entra ID its own name. Takes at most 20 s; throws `ConfigurationFaults`.
 */
export async function chosenCloud(choice: CloudChoice): Promise<AzureCloud> {
  if ('name' in choice) return azureClouds[choice.name]
  const url = `${choice.resourceManager}/metadata/endpoints?api-version=${metadataApiVersion}`
  const { name, resourceManager, portal, authentication, suffixes } = await read(endpoints, url)
  if (resourceManager !== choice.resourceManager)
    throw fault(url, `reports ${resourceManager} as its Resource Manager. Set AZURE_CLOUD to that address`)
  const { issuer } = await read(
    discovery,
    `${authentication.loginEndpoint}/organizations/v2.0/.well-known/openid-configuration`,
  )
  const loginEndpoint = new URL(issuer).origin
  return { name, loginEndpoint, resourceManager, audience: authentication.audiences[0] ?? '', portal, suffixes }
}

async function read<Schema extends z.ZodMiniType>(schema: Schema, url: string): Promise<z.output<Schema>> {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    .then(async (response) => ({ status: response.status, text: await response.text() }))
    .catch((error: unknown) => {
      throw fault(url, `doesn't respond (${withAdvice(noAnswerReason(error, timeoutMs))})`)
    })
  if (answer.status !== 200) throw fault(url, `responds with status ${answer.status}`)
  const parsed = z.safeParse(schema, jsonOf(answer.text))
  if (parsed.success) return parsed.data
  throw new ConfigurationFaults(
    parsed.error.issues.map((issue) => sentence(url, `responds with something that isn't a cloud: ${inWords(issue)}`)),
  )
}

function inWords({ code, path, message }: z.core.$ZodIssue): string {
  const field = path.length === 0 ? 'its JSON' : path.join('.')
  return `${field} ${code === 'invalid_type' ? 'is missing' : message}`
}

function fault(url: string, what: string): ConfigurationFaults {
  return new ConfigurationFaults([sentence(url, what)])
}

function sentence(url: string, what: string): string {
  return `AZURE_CLOUD: ${url} ${what}.`
}

function withAdvice(reason: string): string {
  return isUntrustedCertificate(reason)
    ? `${reason}: save the certificate of its authority to a file and set NODE_EXTRA_CA_CERTS to it`
    : reason
}

function originOf(text: string): string | undefined {
  const url = URL.parse(text)
  return url !== null && isPlainHttps(text) && url.pathname === '/' ? url.origin : undefined
}

function isPlainHttps(text: string): boolean {
  const url = URL.parse(text)
  return (
    url?.protocol === 'https:' && url.username === '' && url.password === '' && url.search === '' && url.hash === ''
  )
}
