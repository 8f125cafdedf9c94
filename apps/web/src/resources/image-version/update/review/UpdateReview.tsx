import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { imageVersionApiVersion, type Inventory, isBlocking, type Issue } from '@portal/image-version'
import { updatedVersion, type updatePolicyVerdict } from '@portal/version-update'
import { useMemo } from 'react'
import type { UpdateDraft } from '../../../../drafts/update-draft.ts'
import { useCodeText } from '../../../../i18n/answers/use-code-text.ts'
import { CodeDisclosure } from '../../../../patterns/code/CodeDisclosure.tsx'
import { Code } from '../../../../patterns/code/lazy-code.ts'
import { useCellName } from '../../../../patterns/matrix/use-cell-name.ts'
import { PolicyMessage } from '../../../../patterns/policy/PolicyMessage.tsx'
import { LocksBefore } from '../../../../patterns/protection/LocksBefore.tsx'
import { UsesBefore } from '../../../../patterns/usage/UsesBefore.tsx'
import { focusField } from '../../../../patterns/wizard/focus-field.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useUpdateTexts } from '../../texts/update-texts.ts'
import { shownPath } from '../regions/matrix-plan.ts'
import type { ChangeLine } from './change-summary.ts'

const useStyles = makeStyles({ issues: { margin: 0, paddingLeft: tokens.spacingHorizontalL } })

/** Of the review, for a problem that belongs to no field. */
export const reviewId = 'update-review'

/** What the policies of the version's gallery would say about the update; undefined until they are read. */
export type UpdatePolicyVerdict = ReturnType<typeof updatePolicyVerdict> | undefined

interface UpdateReviewProps {
  draft: UpdateDraft
  lines: ChangeLine[]
  /** all issues; those that the fields do not show yet are shown here */
  issues: Issue[]
  inventory: Inventory
  policy: UpdatePolicyVerdict
}

/** What a change does, what prevents it, and the exact request to be sent. */
export function UpdateReview({ draft, lines, issues, inventory, policy }: UpdateReviewProps) {
  const t = useUpdateTexts().review
  const { base, change, batchSize } = draft
  const blocks = storedBlocks(draft)
  const updates = useMemo(
    () => [{ id: base.version.id, apiVersion: imageVersionApiVersion, body: updatedVersion(base.version, change) }],
    [base.version, change],
  )
  return (
    <Section title={t.heading}>
      <Stack id={reviewId} tabIndex={-1} gap="M" shrinks>
        {lines.length === 0 ? (
          <Text>{t.nothing}</Text>
        ) : (
          <>
            <IssueBar issues={issues.filter(isBlocking)} intent="error" title={t.problems} />
            <IssueBar issues={issues.filter((issue) => !isBlocking(issue))} intent="warning" title={t.warnings} />
            <LocksBefore versionIds={[base.version.id]} />
            {policy && <UpdatePolicyMessage judged={policy} inventory={inventory} />}
            <DataTable
              label={t.heading}
              rows={lines}
              rowKey={({ what }) => what}
              columns={[
                { heading: t.what, cell: ({ what }) => what },
                { heading: t.before, cell: ({ before }) => before },
                { heading: t.after, cell: ({ after }) => <b>{after}</b> },
              ]}
            />
            {excludesFromLatest(draft) && <UsesBefore imageVersionId={base.version.id} change="exclusion" />}
            <Text>{blocks === 0 ? t.nothingEncrypted : t.unchanged(blocks)}</Text>
            <CodeDisclosure summary={t.request}>
              <Text>{batchSize === null ? t.requestIntro : t.requestOfBatches}</Text>
              <Code updates={updates} />
            </CodeDisclosure>
          </>
        )}
      </Stack>
    </Section>
  )
}

interface IssueBarProps {
  issues: Issue[]
  intent: 'error' | 'warning'
  title: (count: number) => string
}

function IssueBar({ issues, intent, title }: IssueBarProps) {
  const styles = useStyles()
  const codeText = useCodeText()
  if (issues.length === 0) return null
  return (
    <Message intent={intent} title={title(issues.length)}>
      <ul className={styles.issues}>
        {issues.map((issue) => (
          <li key={JSON.stringify([issue.code, issue.path])}>
            {issue.path.length === 0 ? (
              codeText(issue)
            ) : (
              <Link inline as="button" onClick={() => focusField([shownPath(issue.path)])}>
                {codeText(issue)}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Message>
  )
}

/** Whether it excludes the version, anywhere, from what Azure chooses as the latest. */
function excludesFromLatest({ change }: UpdateDraft): boolean {
  return change.excludeFromLatest === true || change.changedRegions.some((region) => region.excludeFromLatest === true)
}

/** How many regions keep their encryption in Azure: the request contains each unchanged. */
function storedBlocks({ base, change }: UpdateDraft): number {
  const stored = base.version.properties.publishingProfile.targetRegions
  const sent = updatedVersion(base.version, change).properties.publishingProfile.targetRegions
  return sent.filter(({ name, encryption }) => {
    const before = stored.find((region) => region.name === name)?.encryption
    return before !== undefined && JSON.stringify(before) === JSON.stringify(encryption)
  }).length
}

interface UpdatePolicyMessageProps {
  judged: NonNullable<UpdatePolicyVerdict>
  inventory: Inventory
}

/** What the gallery's policies say about the version after the update. */
function UpdatePolicyMessage({ judged: { plan, verdict }, inventory }: UpdatePolicyMessageProps) {
  return <PolicyMessage request="update" verdict={verdict} nameOf={useCellName(plan, inventory)} />
}
