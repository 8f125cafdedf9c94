import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { storedCertificate } from './certificates/stored-certificate.ts'
import { storedSigningKey } from './certificates/stored-signing-key.ts'
import { systemClock } from './clock/clock.ts'
import { worldInFile, type WorldOfCopy } from './saved-worlds/world-of-copy.ts'
import { startAzureSimulator } from './simulator.ts'
import type { World } from './world.ts'
import { fabrikam } from './worlds/fabrikam.ts'

// The simulator on its own, for the Azure CLI and other clients: npm run azure-simulator [-- --tls] [--world FILE]
const { tls: wantsTls, world: worldFile } = argumentsGiven()
const port = numberFrom('PORT', 4290)
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  fail(`PORT must be a whole number from 0 to 65535, not ${port}.`)
const rate = numberFrom('CLOCK_RATE', 15)
if (rate <= 0) fail(`CLOCK_RATE must be a positive number, not ${rate}.`)
const publicUrl = process.env['PUBLIC_URL']
const certificate = wantsTls ? await storedCertificate('.data') : undefined

const copy = worldFile === undefined ? undefined : copyIn(worldFile)

const simulator = await startAzureSimulator({
  port,
  clock: systemClock({ rate, ...(copy && { startAt: copy.takenAt }) }),
  ...(copy ? { world: withOwner(copy.world) } : { partners: [fabrikam()] }),
  // Azure sends no Retry-After with some responses, and az then sleeps for 30 s.
  retryAfter: 1,
  signingKey: await storedSigningKey('.data/azure-simulator-signing-key.json'),
  ...(publicUrl !== undefined && { publicUrl }),
  ...(certificate && { tls: certificate }),
}).catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))

const { world, tenantId, url } = simulator
const [, partner] = simulator.tenants.organizations()
const administrators = world.users.filter(({ id }) => world.applicationAdministrators.includes(id))
const owners = new Set(world.roleAssignments.filter(({ role }) => role === 'Owner').map((owner) => owner.principalId))
const program = world.servicePrincipals.find(({ id }) => owners.has(id))
console.log(`Azure simulator: ${url} (Azure Resource Manager, Entra ID and Microsoft Graph; time runs ${rate} times faster)
Tenant ${world.tenantName}: ${tenantId}
Subscriptions: ${world.subscriptions.map(({ displayName, subscriptionId }) => `${displayName} ${subscriptionId}`).join(', ')}
People: ${world.users.map(({ displayName, userPrincipalName }) => `${displayName} <${userPrincipalName}>`).join(', ')}
Application Administrators: ${[...administrators, program].map((each) => each?.displayName).join(', ')}
${partner === undefined ? `Copy of ${new Date(copy?.takenAt ?? 0).toISOString()}; roles and resources of types that are not simulated were left out: ${copy?.leftOut}` : `Partner ${partner.tenantName}, where Ada is a guest: ${partner.tenantId}`}
Service principal ${program?.displayName}: ${program?.clientId}, secret ${program?.clientSecret} (fictional, valid here only), object ID ${program?.id}

${certificate ? forAz(certificate.certFile) : 'The Azure CLI requires https. Run "npm run azure-simulator -- --tls", or put a TLS terminator in front of it.'}
For all steps, see docs/use-az-with-the-simulator.md.`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void simulator.close().then(() => process.exit(0)))

/** The commands that connect az to this simulator. */
function forAz(certFile: string): string {
  return `To use the Azure CLI, run these commands in another terminal:
  export AZURE_CONFIG_DIR=$(mktemp -d) REQUESTS_CA_BUNDLE=${resolve(certFile)} AZURE_CORE_INSTANCE_DISCOVERY=false NO_PROXY='*'
  az cloud register --name AzureSimulator --endpoint-resource-manager ${url}
  az cloud set --name AzureSimulator
  az login --service-principal --tenant ${tenantId} --username ${program?.clientId} --password ${program?.clientSecret}`
}

function copyIn(path: string): WorldOfCopy {
  try {
    return worldInFile(path)
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

/** The world of a copy with a program that owns it: nobody knows the secrets of its own. */
function withOwner(world: World): World {
  const owner = { id: randomUUID(), clientId: randomUUID(), clientSecret: 'rehearsal', displayName: 'rehearsal' }
  const roles = world.subscriptions.map(({ subscriptionId }) => ({
    principalId: owner.id,
    role: 'Owner' as const,
    scope: `/subscriptions/${subscriptionId}`,
  }))
  return { ...world, servicePrincipals: [owner], roleAssignments: [...world.roleAssignments, ...roles] }
}

function argumentsGiven(): { tls: boolean; world?: string | undefined } {
  try {
    return parseArgs({ options: { tls: { type: 'boolean', default: false }, world: { type: 'string' } } }).values
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

function numberFrom(name: string, otherwise: number): number {
  const text = process.env[name]
  const value = text === undefined || text.trim() === '' ? otherwise : Number(text)
  return Number.isFinite(value) ? value : fail(`${name} must be a number, not '${text}'.`)
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
