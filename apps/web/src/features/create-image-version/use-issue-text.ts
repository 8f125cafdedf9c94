import type { Issue } from '@portal/image-version'
import { useTexts } from '../../i18n/language.ts'

/** The text of an issue in the language shown. */
export function useIssueText(): (issue: Issue) => string {
  const texts: Record<string, (params: never) => string> = useTexts().issues
  // Code and parameters of an issue belong together by construction (`errorAt`), which its type has forgotten.
  return (issue) => texts[issue.code]?.(issue.params as never) ?? issue.code
}
