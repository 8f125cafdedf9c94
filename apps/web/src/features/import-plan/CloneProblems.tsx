import { makeStyles, tokens } from '@fluentui/react-components'
import { type ImageVersionPlan, type Inventory, isBlocking, type Issue } from '@portal/image-version'
import { check } from '@portal/version-rules'
import { useMemo } from 'react'
import { useCodeText } from '../../i18n/answers/use-code-text.ts'
import { useImportPlanTexts } from '../../i18n/code/use-import-plan-texts.ts'
import { ProblemMessage } from '../../parts/problem/ProblemMessage.tsx'
import { CreationForbidden } from '../../parts/wizard/CreationForbidden.tsx'
import { useWizardInventory } from '../../parts/wizard/use-wizard-inventory.ts'
import { shows } from '../../ui/marks/shows.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, margin: 0, paddingLeft: 0 },
  item: { listStyleType: 'none' },
  forbidden: { marginBottom: tokens.spacingVerticalS },
})

/** What prevents a clone, by the rules and the facts of the wizard, which does not read them again when it opens. */
export function CloneProblems({ plan }: { plan: ImageVersionPlan }) {
  const styles = useStyles()
  const { clone: t, notes } = useImportPlanTexts()
  const { inventory, isLoading, isStale, error, retry } = useWizardInventory(plan)
  const issues = useMemo(() => cloneIssues(plan, inventory), [plan, inventory])
  if (error !== null) return <ProblemMessage error={error} onRetry={retry} />
  const isKnown = !isLoading && !isStale
  const isChosen = plan.imageDefinitionId !== ''
  const isForbidden = isKnown && isChosen && inventory.mayCreateVersions === false
  function verdict() {
    if (!isKnown) return t.checking
    if (issues.length > 0) return <IssueList issues={issues} />
    if (!isChosen) return t.chooseFirst
    return isForbidden ? null : notes.none
  }
  return (
    <>
      {isForbidden && (
        <div className={styles.forbidden}>
          <CreationForbidden imageDefinitionId={plan.imageDefinitionId} />
        </div>
      )}
      <div role="status">{verdict()}</div>
    </>
  )
}

function IssueList({ issues }: { issues: Issue[] }) {
  const styles = useStyles()
  const codeText = useCodeText()
  return (
    <ul className={styles.list}>
      {issues.map((issue) => (
        <li key={JSON.stringify([issue.code, issue.path])} className={styles.item} {...shows(issue.code)}>
          {codeText(issue)}
        </li>
      ))}
    </ul>
  )
}

// Cells start empty, so that is no surprise. Without a definition, only the source can be judged.
function cloneIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  const isChosen = plan.imageDefinitionId !== ''
  return check(plan, inventory).filter(
    (issue) => isBlocking(issue) && !isOfEmptyCell(issue) && (isChosen || issue.path[0] === 'source'),
  )
}

function isOfEmptyCell({ code }: Issue): boolean {
  return code === 'DiskEncryptionSetRequired' || code === 'ConfidentialDiskEncryptionSetRequired'
}
