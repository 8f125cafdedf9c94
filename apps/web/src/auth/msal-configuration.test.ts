import { describe, expect, it } from 'vitest'
import { authorityOf, msalConfiguration } from './msal-configuration.ts'

const authentication = {
  clientId: 'spa',
  authority: 'https://sts.demo.invalid/organizations',
  knownAuthorities: ['sts.demo.invalid'],
  scope: 'api://api/access_as_user',
}

describe('msalConfiguration', () => {
  it('keeps tokens in this tab, answers claims challenges, and returns to the bridge page', () => {
    expect(msalConfiguration({ ...authentication, authorityMetadata: '{}' }, 'http://localhost:4280')).toEqual({
      auth: {
        clientId: 'spa',
        authority: 'https://sts.demo.invalid/organizations',
        knownAuthorities: ['sts.demo.invalid'],
        authorityMetadata: '{}',
        redirectUri: 'http://localhost:4280/auth/redirect.html',
        clientCapabilities: ['CP1'],
      },
      cache: { cacheLocation: 'sessionStorage' },
    })
  })

  it('leaves the metadata to discovery where none is given', () => {
    expect(msalConfiguration(authentication, 'https://portal').auth).not.toHaveProperty('authorityMetadata')
  })
})

describe('authorityOf', () => {
  it('asks the tenant of the account, not the one in which it is at home', () => {
    expect(authorityOf('t2', 'https://login.microsoftonline.com/organizations')).toBe(
      'https://login.microsoftonline.com/t2/v2.0',
    )
  })

  it('leaves an authority alone that is of one tenant', () => {
    expect(authorityOf('t1', 'https://login.microsoftonline.com/t1')).toBe('https://login.microsoftonline.com/t1')
  })
})
