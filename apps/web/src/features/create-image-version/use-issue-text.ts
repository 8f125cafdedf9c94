import type { Issue } from '@portal/image-version'
import { useTexts } from '../../i18n/language.ts'

/** The text of an issue in the language shown. */
export function useIssueText(): (issue: Issue) => string {
  const texts: Record<Issue['code'], (params: never) => string> = useTexts().issues
  // Code and parameters of an issue belong together since `errorAt` made it, which its type has forgotten.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (issue) => texts[issue.code](issue.params as never)
}
