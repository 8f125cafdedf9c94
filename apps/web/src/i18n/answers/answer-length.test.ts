import { noteParams } from '@portal/disk-encryption/testing'
import { issueParams } from '@portal/image-version'
import { refusalParams } from '@portal/version-rules/testing'
import { describe, expect, it } from 'vitest'
import { refusalsEn } from './azure-errors.en.ts'
import { refusalsIt } from './azure-errors.it.ts'
import { issuesEn } from './issues.en.ts'
import { issuesIt } from './issues.it.ts'

const params: Record<string, readonly string[]> = { ...issueParams, ...noteParams, ...refusalParams }
const texts: Record<string, Record<string, (params: never) => string>> = {
  English: { ...issuesEn, ...refusalsEn },
  Italian: { ...issuesIt, ...refusalsIt },
}

/** A text whose values are one word each, without what Azure itself said, which no text can shorten. */
function textOf(language: string, code: string): string {
  const values = (params[code] ?? []).map((name) => [name, /^(total|max|min|lun|days|.*InGB)$/.test(name) ? 7 : 'x'])
  const text = texts[language]?.[code]?.(Object.fromEntries(values) as never) ?? ''
  return text.replace(/ (Azure’s message|Message from Azure|Messaggio di Azure): .*$/, '')
}

describe.each(Object.keys(texts))('an answer in %s', (language) => {
  it.each(Object.keys(texts[language] ?? {}))('%s is at most two sentences and 25 words', (code) => {
    const text = textOf(language, code)
    expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(25)
    // A question mark ends no sentence here: it is in a list of characters.
    expect(text.split(/[.!](?=\s|$)/).filter(Boolean).length, text).toBeLessThanOrEqual(2)
  })
})
