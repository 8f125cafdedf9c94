import { metadataApiVersion } from '@portal/arm'
import { connectionCheckTextsEn, type LinkReport } from '@portal/portal-api'
import { loadApiCredential } from '../auth/api-credential.ts'
import { credentialProof } from '../auth/entra-exchange.ts'
import type { Registration } from '../auth/registration.ts'
import { cloudOf, type Cloud } from '../cloud.ts'
import { chosenCloud } from '../cloud/chosen-cloud.ts'
import { readConfig } from '../config.ts'
import type { EntraConfig } from '../config/entra-config.ts'
import { ConfigurationFaults } from '../process/configuration-faults.ts'
import { loadSealingKeys } from '../redis/sealing-keys.ts'
import { loadServerCertificate } from '../server/server-certificate.ts'
import { clockLink } from './clock-link.ts'
import { entraFinding } from './entra-findings.ts'
import { metadataLink, signingKeysLink } from './entra-links.ts'
import { httpAnswer, unanswered } from './http-answer.ts'
import { failed, linkReport, notReached, ok } from './link-report.ts'

// npm run doctor: the links that need no user, from the machine and with the variables that the server is started with.

type Print = (line: string) => void

export const printLine: Print = (line) => {
  process.stdout.write(`${line}\n`)
}

/** Looks at the links, prints a line for each and what to do about those that fail. Returns whether none failed. */
export async function examine(env: Record<string, string | undefined>, print: Print): Promise<boolean> {
  try {
    const config = readConfig(env)
    if (config.authMode === 'demo') throw new ConfigurationFaults([demoNeedsNothing])
    const azure = await chosenCloud(config.cloud)
    const registration = await registrationOf(config, azure)
    if (config.certificate) await loadServerCertificate(config.certificate)
    if (config.redis) await loadSealingKeys(config.redis.sealingKeyFile)
    print(lineOf('ok', 'Variables', azure.name))
    const reports = await linksWithoutUser(cloudOf(azure, config.tenantIds), registration)
    for (const report of reports) printReport(report, print)
    return reports.every(({ verdict }) => verdict !== 'failed')
  } catch (error) {
    if (!(error instanceof ConfigurationFaults)) throw error
    print(lineOf('failed', 'Variables'))
    for (const fault of error.faults) print(`${indent}${fault}`)
    print(lineOf('notReached', 'All other steps'))
    return false
  }
}

const demoNeedsNothing =
  'AUTH_MODE is demo, which uses a simulated Azure. Set AUTH_MODE=entra and the other variables in docs/run-on-azure.md.'

async function registrationOf(config: EntraConfig, azure: Cloud['azure']): Promise<Registration> {
  const { tenantIds, portalClientId, apiClientId, apiScope } = config
  const credential = await loadApiCredential(config.credential, azure)
  return { tenantIds, portalClientId, api: { clientId: apiClientId, scope: apiScope, credential } }
}

async function linksWithoutUser(cloud: Cloud, registration: Registration): Promise<LinkReport[]> {
  const tenantIds = registration.tenantIds === 'any of the authority' ? [] : registration.tenantIds
  const proveCredential = credentialProof(cloud, registration, Date.now)
  const metadata = await Promise.all(tenantIds.map((tenantId) => metadataLink(cloud.signIn, tenantId)))
  const keys = await signingKeysLink(cloud.signIn)
  const credentials = await Promise.all(
    tenantIds.map(async (tenantId, index) =>
      metadata[index]?.report.verdict === 'ok'
        ? credentialLink(() => proveCredential(tenantId))
        : notReached('apiCredential'),
    ),
  )
  const arm = await openArmLink(cloud)
  const clock = await clockLink({ entraAheadMs: keys.aheadMs, armAheadMs: arm.aheadMs })
  const named = (report: LinkReport, index: number) =>
    tenantIds.length === 1 ? report : { ...report, about: tenantIds[index] }
  return [
    ...metadata.map(({ report }, index) => named(report, index)),
    keys.report,
    ...credentials.map(named),
    arm.report,
    clock,
  ]
}

function credentialLink(prove: () => Promise<void>): Promise<LinkReport> {
  return linkReport('apiCredential', async () => {
    try {
      await prove()
      return ok()
    } catch (error) {
      const found = entraFinding(error)
      if (found === undefined) throw error
      return failed(found.finding, found.facts)
    }
  })
}

/** Whether Resource Manager answers at all; only the portal's page can say whether it accepts a user's token. */
async function openArmLink({ resourceManager }: Cloud): Promise<{ report: LinkReport; aheadMs: number | undefined }> {
  let aheadMs: number | undefined
  const report = await linkReport('resourceManager', async () => {
    try {
      const { status, aheadMs: told } = await httpAnswer(
        `${resourceManager}/metadata/endpoints?api-version=${metadataApiVersion}`,
      )
      aheadMs = told
      const facts = [{ name: 'status', value: String(status) }]
      return status === 200 ? ok(facts) : failed('ArmUnreachable', facts)
    } catch (error) {
      return unanswered(error, 'ArmUnreachable')
    }
  })
  return { report, aheadMs }
}

const indent = ' '.repeat(13)

function printReport({ link, about, verdict, finding, facts, ms }: LinkReport, print: Print): void {
  const name = connectionCheckTextsEn.links[link] + (about === undefined ? '' : ` (${about})`)
  const seen = facts.map((fact) => `${fact.name} ${fact.value}${fact.expected ? ` (expected ${fact.expected})` : ''}`)
  print(lineOf(verdict, name, ...seen, ...(ms === 0 ? [] : [`${ms} ms`])))
  if (finding === undefined) return
  const { title, advice } = connectionCheckTextsEn.findings[finding]
  print(`${indent}${title}. ${advice}`)
}

function lineOf(verdict: LinkReport['verdict'], name: string, ...seen: string[]): string {
  return `${connectionCheckTextsEn.verdicts[verdict].padEnd(indent.length)}${name.padEnd(28)} ${seen.join(', ')}`.trimEnd()
}
