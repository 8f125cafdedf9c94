import type { Finding } from '@portal/disk-encryption'
import type { Issue } from '@portal/image-version'
import type { DecodedError } from '@portal/version-rules'
import { codedCatalogue } from '../catalogue.ts'
import { refusalsEn } from './azure-errors.en.ts'
import { refusalsIt } from './azure-errors.it.ts'
import { issuesEn } from './issues.en.ts'
import { issuesIt } from './issues.it.ts'
import { readinessEn } from './readiness-notes.en.ts'
import { readinessIt } from './readiness-notes.it.ts'

/** The text of an issue, of a finding on a set, or of a refusal's meaning, in the language shown. */
export const useCodeText = codedCatalogue<Pick<Issue | Finding | DecodedError, 'code' | 'params'>>({
  en: { ...issuesEn, ...readinessEn.notes, ...refusalsEn },
  it: { ...issuesIt, ...readinessIt.notes, ...refusalsIt },
})
