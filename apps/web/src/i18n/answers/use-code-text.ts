import type { DecodedError, Finding, Issue } from '@portal/image-version'
import { useMemo } from 'react'
import { readinessEn } from '../disk-encryption-sets/readiness.en.ts'
import { readinessIt } from '../disk-encryption-sets/readiness.it.ts'
import { useLanguage, type Language } from '../language.ts'
import { issuesEn } from './issues.en.ts'
import { issuesIt } from './issues.it.ts'
import { refusalsEn } from './refusals.en.ts'
import { refusalsIt } from './refusals.it.ts'

type Coded = Pick<Issue | Finding | DecodedError, 'code' | 'params'>
type CodeTexts = Record<Coded['code'], (params: never) => string>

// Both languages, since they come with the code of the pages that need them only.
const texts: Record<Language, CodeTexts> = {
  en: { ...issuesEn, ...readinessEn.notes, ...refusalsEn },
  it: { ...issuesIt, ...readinessIt.notes, ...refusalsIt },
}

/** The text of an issue, of a finding on a set, or of a refusal's meaning, in the language shown. */
export function useCodeText(): (coded: Coded) => string {
  const inLanguage = texts[useLanguage()]
  return useMemo(() => {
    // Code and parameters belong together since they were made, which their type has forgotten.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return ({ code, params }: Coded) => inLanguage[code](params as never)
  }, [inLanguage])
}
