import type { ConnectionCheck, LinkReport } from '@portal/portal-api'
import { describe, expect, it } from 'vitest'
import { accessEn, accessIt } from '../texts/access-texts.ts'
import { connectionReport, connectionCheckSteps } from './connection-check-steps.ts'

const serverTime = '2026-11-24T09:00:00.000Z'
const check: ConnectionCheck = {
  links: [
    {
      link: 'metadata',
      verdict: 'failed',
      finding: 'IssuerDiffers',
      facts: [{ name: 'issuer', value: 'https://one.example', expected: 'https://other.example' }],
      ms: 12,
    },
    { link: 'resourceProvider', about: 'Microsoft.Network', verdict: 'notReached', facts: [], ms: 0 },
  ],
  subscriptions: [],
  serverTime,
}
const browserClock = (secondsAfter: number) =>
  connectionCheckSteps(check, { receivedAt: Date.parse(serverTime) + secondsAfter * 1000 }).at(-1)

describe('this computer’s clock', () => {
  it('is well within a minute of the server’s, and else a warning that says by how much and which way', () => {
    expect(browserClock(0)).toMatchObject({ verdict: 'ok', facts: [{ value: '0 s' }] })
    expect(browserClock(60)).toMatchObject({ verdict: 'ok', facts: [{ value: '-60 s' }] })
    expect(browserClock(61)).toMatchObject({ verdict: 'warning', finding: 'BrowserClockOff' })
    expect(browserClock(-3600)).toMatchObject({ verdict: 'warning', facts: [{ name: 'Portal', value: '+3600 s' }] })
  })
})

describe('a sign-in that Entra ID has refused', () => {
  const missing: LinkReport = { link: 'userToken', verdict: 'failed', finding: 'TokenMissing', facts: [], ms: 0 }
  const tokenLink = (signInRefusal?: string) =>
    connectionCheckSteps({ ...check, links: [missing] }, { receivedAt: Date.parse(serverTime), signInRefusal })[0]

  it('is why there is no token', () => {
    expect(tokenLink()).toEqual(missing)
    expect(tokenLink('AADSTS53003')).toMatchObject({
      finding: 'BlockedByConditionalAccess',
      facts: [{ name: 'error', value: 'AADSTS53003' }],
    })
    expect(tokenLink('AADSTS999')).toMatchObject({ finding: 'ExchangeRefused' })
  })
})

describe('the text for a support ticket', () => {
  const at = { origin: 'https://images.contoso.com', time: serverTime }

  it('has a line for each link, with what was seen and the code of what is amiss', () => {
    expect(
      connectionReport(
        connectionCheckSteps(check, { receivedAt: Date.parse(serverTime) }),
        at,
        accessEn.connection,
      ).split('\n'),
    ).toEqual([
      `Connection check: https://images.contoso.com, ${serverTime}`,
      'Failed - Microsoft Entra ID metadata - IssuerDiffers: The issuer isn’t the one the server expects; issuer https://one.example (expected: https://other.example); 12 ms',
      'Not reached - Resource provider Microsoft.Network',
      'OK - This computer’s clock - Portal 0 s',
    ])
  })

  it('keeps the codes in Italian, so that support finds them', () => {
    const text = connectionReport(
      connectionCheckSteps(check, { receivedAt: Date.parse(serverTime) }),
      at,
      accessIt.connection,
    )
    expect(text).toContain('Non riuscito - Metadati di Microsoft Entra ID - IssuerDiffers: ')
  })
})
