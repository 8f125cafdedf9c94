import { generateKeyPairSync } from 'node:crypto'
import { exportJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { startAzureSimulator } from '../simulator.ts'
import { startedAzure } from '../testing/azure.ts'
import { addSession, createSignIns, type Transaction } from './sign-in/sign-ins.ts'

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const basic = (text: string) => ({ ...form, authorization: `Basic ${btoa(text)}` })
const grant = 'grant_type=client_credentials&scope=x/.default'

describe('a request that cannot be read', () => {
  it.each([
    ['a grant that every object has', 'grant_type=constructor', form, 70003],
    ['a grant of its prototype', 'grant_type=__proto__', form, 70003],
    ['a credential with half a character', grant, basic('%:secret'), 9002313],
    ['a form of 100 kB', `grant_type=${'x'.repeat(100_000)}`, form, 9002313],
    ['a form of two thousand fields', 'x=1&'.repeat(2_000), form, 9002313],
    ['a form in no known encoding', grant, { ...form, 'content-encoding': 'none-such' }, 9002313],
    ['a form of no known letters', grant, { 'content-type': `${form['content-type']}; charset=none-such` }, 9002313],
  ])('is refused in the words of Entra: %s', async (_, body, headers, code) => {
    await using azure = await startedAzure()
    const url = azure.simulator.entra.tokenEndpoint.replace('{tenantid}', azure.simulator.tenantId)
    const response = await fetch(url, { method: 'POST', headers, body })
    expect([response.status, await response.json()]).toMatchObject([400, { error_codes: [code] }])
  })

  it.each(['%ZZ/oauth2/v2.0/authorize', '%/oauth2/v2.0/logout', '%E0%A4/v2.0/.well-known/openid-configuration'])(
    'is refused by a page that tells nothing of this machine: %s',
    async (path) => {
      await using azure = await startedAzure()
      const response = await fetch(`${azure.simulator.url}/${path}`)
      const page = await response.text()
      expect([response.status, page]).toEqual([400, expect.stringContaining('AADSTS9002313')])
      expect(page).not.toMatch(/node_modules|\/src\/|\.ts:/)
    },
  )
})

describe('what Entra remembers', () => {
  const transaction = (address: string | undefined): Transaction => ({
    browser: 'b',
    address,
    parameters: {},
    tenantSegment: 'organizations',
    expiresAt: Date.now() + 60_000,
  })

  it('is of one address a hundred pages, the oldest forgotten first', () => {
    const { transactions } = createSignIns(Date.now)
    const other = transactions.add(transaction('192.0.2.1'))
    const names = Array.from({ length: 101 }, () => transactions.add(transaction('192.0.2.2')))
    const taken = [names[0], names[1], other].map((name) => transactions.take(name ?? '') !== undefined)
    expect(taken).toEqual([false, true, true])
  })

  it('is two thousand pages and five thousand sessions in all', () => {
    const signIns = createSignIns(Date.now)
    const names = Array.from({ length: 2_001 }, () => signIns.transactions.add(transaction(undefined)))
    expect([names[0], names[1]].map((name) => signIns.transactions.take(name ?? '') !== undefined)).toEqual([
      false,
      true,
    ])
    for (let number = 0; number <= 5_000; number += 1) addSession(signIns, { id: `s${number}`, members: new Map() })
    expect([signIns.sessions.size, signIns.sessions.has('s0'), signIns.sessions.has('s5000')]).toEqual([
      5_000,
      false,
      true,
    ])
  })
})

describe('a start', () => {
  it('is refused with a key that is too short to sign with', async () => {
    const short = await exportJWK(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey)
    await expect(startAzureSimulator({ signingKey: short })).rejects.toThrow('must have 2048 bits or more')
  })

  it('on ::1 tells an address that leads there', async () => {
    const simulator = await startAzureSimulator({ hostname: '::1' })
    try {
      expect(simulator.url).toMatch(/^http:\/\/\[::1\]:\d+$/)
      expect((await fetch(`${simulator.url}/metadata/endpoints?api-version=2023-12-01`)).status).toBe(200)
    } finally {
      await simulator.close()
    }
  })
})
