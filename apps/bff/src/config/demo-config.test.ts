import { describe, expect, it } from 'vitest'
import { readDemoConfig } from './demo-config.ts'

const onNetwork = {
  ALLOW_DEMO_ON_NETWORK: 'true',
  HOST: '0.0.0.0',
  PUBLIC_ORIGIN: 'https://demo.contoso.com',
  SIMULATOR_PUBLIC_ORIGIN: 'https://azure.demo.contoso.com',
}
const faultsOf = (env: Record<string, string>) => {
  try {
    readDemoConfig(env)
    return ''
  } catch (error) {
    return String(error)
  }
}

describe('a demonstration on a network', () => {
  it('has an https origin for the portal and another one for the simulated Azure', () => {
    expect(readDemoConfig({ ...onNetwork, TLS_CERTIFICATE_FILE: 'a.pem', TLS_KEY_FILE: 'a.key' })).toMatchObject({
      publicOrigins: { portal: 'https://demo.contoso.com', azure: 'https://azure.demo.contoso.com' },
      certificate: { certificateFile: 'a.pem', keyFile: 'a.key' },
    })
  })

  it.each([
    ['one of them alone', { ...onNetwork, SIMULATOR_PUBLIC_ORIGIN: '' }, 'must be set together'],
    ['the same', { ...onNetwork, SIMULATOR_PUBLIC_ORIGIN: 'https://demo.contoso.com/' }, 'are the same'],
    ['plain http', { ...onNetwork, PUBLIC_ORIGIN: 'http://demo.contoso.com' }, 'must be an https origin'],
    [
      'what nobody has said is meant',
      { ...onNetwork, HOST: '', ALLOW_DEMO_ON_NETWORK: '' },
      'open the demo to the network',
    ],
    [
      'a certificate for no address',
      { TLS_CERTIFICATE_FILE: 'a.pem', TLS_KEY_FILE: 'a.key' },
      'Also set PUBLIC_ORIGIN',
    ],
  ])('does not start with %s', (_, env, said) => {
    expect(faultsOf(env)).toContain(said)
  })
})
