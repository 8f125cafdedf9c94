import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { storedCertificate, startAzureSimulator, type AzureSimulator } from '@portal/azure-simulator'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { compiledCode } from '../testing/portal-process.ts'

// npm run doctor, in a separate process, on an Azure that is not Microsoft's.

const doctorScript = fileURLToPath(new URL('../doctor.ts', import.meta.url))
const server = fileURLToPath(new URL('../main.ts', import.meta.url))
let folder: string
let certFile: string
let azure: AzureSimulator

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doctor-'))
  const certificate = await storedCertificate(folder)
  certFile = certificate.certFile
  azure = await startAzureSimulator({ tls: certificate, throttling: 'off' })
})
afterEach(() => {
  azure.faults.clear()
  azure.world.directoryChanges.clear()
})
afterAll(async () => {
  await azure.close()
  await rm(folder, { recursive: true })
})

function doctor(
  changes: Record<string, string | undefined> = {},
  command = [doctorScript],
): Promise<{ code: number; lines: string[] }> {
  const env = {
    ...compiledCode,
    AUTH_MODE: 'entra',
    AZURE_CLOUD: azure.url,
    AZURE_TENANT_IDS: azure.tenantId,
    PORTAL_CLIENT_ID: azure.applications.portal.clientId,
    API_CLIENT_ID: azure.applications.api.clientId,
    API_CLIENT_SECRET: azure.applications.api.clientSecret,
    PUBLIC_ORIGIN: 'https://images.contoso.com',
    NODE_EXTRA_CA_CERTS: certFile,
    ...changes,
  }
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, { env, timeout: 60_000 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code
      if (stderr !== '' || typeof code !== 'number') reject(new Error(`It ended with ${code}: ${stderr}`))
      else resolve({ code, lines: stdout.trimEnd().split('\n') })
    })
  })
}

describe('the doctor', () => {
  it('says of each link that needs no user that it is well', async () => {
    const { code, lines } = await doctor()
    expect(code).toBe(0)
    expect(lines.map((line) => line.replace(/ {2,}.*?(\S.*?)(?: {2,}.*)?$/, ' $1'))).toEqual([
      'OK Variables',
      'OK Microsoft Entra ID metadata',
      'OK Signing keys',
      'OK The API’s credential',
      'OK Azure Resource Manager',
      'OK Server clock',
    ])
  })

  it('is in the server too, for a container that has no npm', async () => {
    const [asScript, asServer] = await Promise.all([doctor(), doctor({ AUTH_MODE: undefined }, [server, 'doctor'])])
    const links = (lines: string[]) => lines.map((line) => line.slice(0, 41).trim())
    expect(asServer.code).toBe(0)
    expect(links(asServer.lines)).toEqual(links(asScript.lines))
    expect((await doctor({ API_CLIENT_SECRET: 'mistyped' }, [server, 'doctor'])).code).toBe(1)
  })

  it('exits with 1 at a wrong secret, says what to do, and does not print it', async () => {
    const { code, lines } = await doctor({ API_CLIENT_SECRET: 'mistyped-secret' })
    expect(code).toBe(1)
    const text = lines.join('\n')
    expect(text).toMatch(/^Failed +The API’s credential +error AADSTS7000215/m)
    expect(text).toContain('Set API_CLIENT_SECRET to the value')
    expect(text).not.toContain('mistyped-secret')
  })

  it('says that the API has no service principal in the tenant', async () => {
    const { firstObjects, directoryChanges } = azure.world
    for (const object of firstObjects.values())
      if (object.kind === 'servicePrincipal' && object.appId === azure.applications.api.clientId)
        directoryChanges.set(object.id, null)
    const { code, lines } = await doctor()
    expect(code).toBe(1)
    expect(lines.join('\n')).toMatch(/^Failed +The API’s credential +error AADSTS(7000229|700016)/m)
  })

  it('does not prove a credential in a tenant that is not there', async () => {
    const { code, lines } = await doctor({ AZURE_TENANT_IDS: '11111111-2222-4333-8444-555555555555' })
    expect(code).toBe(1)
    const text = lines.join('\n')
    expect(text).toMatch(/^Failed +Microsoft Entra ID metadata +error AADSTS90002/m)
    expect(text).toMatch(/^Not reached +The API’s credential/m)
    expect(text).toMatch(/^OK +Server clock/m)
  })

  it('names the tenant at the links that each of several has', async () => {
    const unknown = '11111111-2222-4333-8444-555555555555'
    const { lines } = await doctor({ AZURE_TENANT_IDS: `${azure.tenantId},${unknown}` })
    const text = lines.join('\n')
    for (const link of ['Microsoft Entra ID metadata', 'The API’s credential']) {
      expect(text).toContain(`OK           ${link} (${azure.tenantId})`)
      expect(text).toMatch(new RegExp(`^(Failed|Not reached) +${link} \\(${unknown}\\)`, 'm'))
    }
    expect(text.match(/Signing keys/g)).toHaveLength(1)
  })

  it('lists what is wrong with the variables, and reaches nothing else', async () => {
    const { code, lines } = await doctor({ PORTAL_CLIENT_ID: undefined, PUBLIC_ORIGIN: 'images' })
    expect(code).toBe(1)
    expect(lines[0]).toMatch(/^Failed +Variables$/)
    expect(lines.join('\n')).toMatch(/PUBLIC_ORIGIN[^]*PORTAL_CLIENT_ID|PORTAL_CLIENT_ID[^]*PUBLIC_ORIGIN/)
    expect(lines.at(-1)).toMatch(/^Not reached/)
  })

  it('fails at what the server would not start with', async () => {
    const { code, lines } = await doctor({ REDIS_URL: 'redis://localhost', TOKEN_CACHE_KEY_FILE: '/nowhere.key' })
    expect(code).toBe(1)
    expect(lines.join('\n')).toContain(`TOKEN_CACHE_KEY_FILE is "/nowhere.key", which can't be read (ENOENT).`)
  })

  it('says what to do about a certificate that Node.js does not trust', async () => {
    const { code, lines } = await doctor({ NODE_EXTRA_CA_CERTS: undefined })
    expect(code).toBe(1)
    expect(lines.join('\n')).toContain('NODE_EXTRA_CA_CERTS')
  })

  it('has nothing to look at where the portal is a demonstration', async () => {
    const { code, lines } = await doctor({ AUTH_MODE: undefined })
    expect(code).toBe(1)
    expect(lines.join('\n')).toContain('AUTH_MODE=entra')
  })
})
