import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { azureClouds } from '@portal/arm'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConfigurationFaults } from '../process/configuration-faults.ts'
import { aCaller, apiClientId, registration, startSignInService, type TestSignInService } from '../testing/auth.ts'
import { aSelfSignedCertificate } from '../testing/certificate.ts'
import { loadApiCredential } from './api-credential.ts'
import { entraExchange } from './entra-exchange.ts'
import type { ApiCredential } from './registration.ts'

let folder: string
let service: TestSignInService

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portal-credential-'))
  service = await startSignInService()
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await service.close()
})

const fileOf = (text: string): string => {
  const file = join(folder, 'credential')
  writeFileSync(file, text)
  return file
}
/** What is posted to Entra ID with that credential. */
const exchangedWith = async (credential: ApiCredential) => {
  await entraExchange(service.cloud, { ...registration, api: { ...registration.api, credential } }, Date.now)(aCaller())
  return service.exchanges.at(-1) ?? new URLSearchParams()
}
const faultOf = (file: string) =>
  loadApiCredential({ type: 'certificate', file }, azureClouds.AzureCloud).then(
    () => 'none',
    (error: unknown) => (error instanceof ConfigurationFaults ? error.faults.join() : error),
  )

describe('a certificate', () => {
  it('signs what the API proves itself with, and its key is not sent', async () => {
    const { certificate, privateKey } = aSelfSignedCertificate()
    const credential = await loadApiCredential(
      { type: 'certificate', file: fileOf(privateKey + certificate) },
      azureClouds.AzureCloud,
    )
    const form = await exchangedWith(credential)
    const assertion = form.get('client_assertion') ?? ''
    expect(decodeProtectedHeader(assertion)).toMatchObject({ alg: 'PS256', 'x5t#S256': expect.any(String) as string })
    expect(decodeJwt(assertion)).toMatchObject({ iss: apiClientId, sub: apiClientId })
    expect(form.toString()).not.toContain('PRIVATE')
  })

  it('is refused without its key, and the file is named', async () => {
    const { certificate } = aSelfSignedCertificate()
    expect(await faultOf(fileOf(certificate))).toMatch(/doesn't contain a certificate and its private key/)
  })

  it('is refused with the key of another one', async () => {
    const { certificate } = aSelfSignedCertificate()
    const { privateKey } = aSelfSignedCertificate()
    expect(await faultOf(fileOf(certificate + privateKey))).toMatch(/private key that doesn't match its certificate/)
  })

  it('is refused where it is no certificate', async () => {
    const { privateKey } = aSelfSignedCertificate()
    const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'
    expect(await faultOf(fileOf(broken + privateKey))).toMatch(/can't be read/)
  })
})

describe('a federated token', () => {
  it('is read at each exchange, since the cluster renews it', async () => {
    const tokenFile = fileOf('first\n')
    const credential = await loadApiCredential({ type: 'federated', tokenFile }, azureClouds.AzureCloud)
    expect((await exchangedWith(credential)).get('client_assertion')).toBe('first')
    writeFileSync(tokenFile, 'second\n')
    expect((await exchangedWith(credential)).get('client_assertion')).toBe('second')
  })

  it('that is not there is told at the start', async () => {
    const tokenFile = join(folder, 'missing')
    await expect(loadApiCredential({ type: 'federated', tokenFile }, azureClouds.AzureCloud)).rejects.toThrow(
      /AZURE_FEDERATED_TOKEN_FILE/,
    )
  })
})
