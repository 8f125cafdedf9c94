import { useMemo } from 'react'
import type { DecodedError, Finding, Issue } from '@portal/image-version'
import { useTexts } from './language.ts'

type Coded = Pick<Issue | Finding | DecodedError, 'code' | 'params'>

/** The text of an issue, of a finding on a set, or of a refusal's meaning, in the language shown. */
export function useCodeText(): (coded: Coded) => string {
  const { issues, readiness, refusals } = useTexts()
  return useMemo(() => {
    const texts: Record<Coded['code'], (params: never) => string> = { ...issues, ...readiness.notes, ...refusals }
    // Code and parameters belong together since they were made, which their type has forgotten.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return ({ code, params }) => texts[code](params as never)
  }, [issues, readiness, refusals])
}
