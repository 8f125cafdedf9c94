import { issueParams, type IssueCode } from '@portal/image-version'
import { describe, expect, it } from 'vitest'
import { issueLabelsEn, issuesEn, type IssueTexts } from './issues.en.ts'
import { issueLabelsIt, issuesIt } from './issues.it.ts'

const codes = Object.keys(issueParams).filter((code): code is IssueCode => code in issueParams)

/** The text of a code with values that can be found again in it. */
function textOf(texts: IssueTexts, code: IssueCode, params: Record<string, string | number>): string {
  const anyTexts: Record<string, (params: never) => string> = texts
  return anyTexts[code]?.(params as never) ?? ''
}

const samples = (code: IssueCode) =>
  Object.fromEntries(
    issueParams[code].map((name) => [name, /^(total|max|min|lun|days|.*InGB)$/.test(name) ? 7 : `<${name}>`]),
  )

describe.each([
  ['English', issuesEn],
  ['Italian', issuesIt],
])('the %s text of an issue', (_, texts) => {
  it.each(codes)('%s is a sentence', (code) => {
    const text = textOf(texts, code, samples(code))
    expect(text).toMatch(/^[^ ].{15,}$/)
    expect(text).not.toMatch(/undefined|NaN|\[object|!/)
  })

  it('names the cell, the sets and the regions', () => {
    expect(textOf(texts, 'DiskEncryptionSetRequired', { disk: 0, region: 'West US' })).toMatch(/LUN 0 .*West US/)
    expect(textOf(texts, 'DiskEncryptionSetRequired', { disk: 'os', region: 'West US' })).not.toContain('LUN')
    const regions = { name: 'Set1', setRegion: 'East US 2', region: 'West US' }
    expect(textOf(texts, 'DiskEncryptionSetInAnotherRegion', regions)).toMatch(/Set1.*East US 2.*West US/)
  })

  it('says the words of the language for what ARM enumerates', () => {
    const types = {
      name: 'Set1',
      setType: 'EncryptionAtRestWithCustomerKey',
      encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys',
    }
    expect(textOf(texts, 'DiskEncryptionSetOfAnotherType', types)).not.toContain('EncryptionAtRest')
    expect(textOf(texts, 'EncryptionNotSupportedForSource', { sourceType: 'StorageBlobs' })).toContain('(VHD)')
  })
})

it('writes dates as the language does', () => {
  const expired = { key: 'key1', date: '2026-11-08' }
  expect(textOf(issuesEn, 'KeyExpired', expired)).toContain('Nov 8, 2026')
  expect(textOf(issuesIt, 'KeyExpired', expired)).toContain('8 nov 2026')
})

it('is another text in Italian than in English', () => {
  const same = codes.filter((code) => textOf(issuesEn, code, samples(code)) === textOf(issuesIt, code, samples(code)))
  expect(same).toEqual([])
})

it('has the same labels in both languages', () => {
  expect(Object.keys(issueLabelsIt)).toEqual(Object.keys(issueLabelsEn))
})

it('gives the version number the message of the Azure portal', () => {
  expect(textOf(issuesEn, 'VersionNameInvalid', { name: '1.0' })).toBe(
    'The VM image version number should follow Major(int).Minor(int).Patch(int) format. For example: 1.0.0, 1.2.2',
  )
})
