import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { fromArm, isBlocking, mergedIssues, type Issue, type Inventory } from '@portal/image-version'
import {
  type ResourceId,
  type StoredImageVersionAnswer,
  formatResourceId,
  parentResourceId,
  tryParseResourceId,
} from '@portal/portal-api'
import { isNoChange, updateIssues, updatePolicyVerdict, type VersionChange } from '@portal/version-update'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { inventoryQuery } from '../../../api/gallery-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useResumedAction } from '../../../auth/use-pending-action.ts'
import { useReadOnlyDraft } from '../../../drafts/read-only-draft.ts'
import { updateDraft, type UpdateDraft } from '../../../drafts/update-draft.ts'
import { useStoredDraft } from '../../../drafts/use-stored-draft.ts'
import { imageVersionPath } from '../../../paths.ts'
import { useChangeTexts } from '../../../patterns/change/change-texts.ts'
import { OutcomeMessage } from '../../../patterns/change/OutcomeMessage.tsx'
import { RequestText } from '../../../patterns/change/RequestText.tsx'
import { DraftFields } from '../../../patterns/draft/DraftFields.tsx'
import { OnCheckAgain } from '../../../patterns/key-health/use-checked-sets.ts'
import { useSetsWithFacts } from '../../../patterns/key-health/use-sets-with-facts.ts'
import { usedSets } from '../../../patterns/key-health/used-sets.ts'
import { isCellFilled } from '../../../patterns/matrix/matrix.ts'
import { galleryScope } from '../../../patterns/policy/gallery-scope.ts'
import { usePolicyAssignments } from '../../../patterns/policy/use-policy-assignments.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { crumbsPastVersion } from '../../../patterns/resource/image-version-crumbs.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { focusField } from '../../../patterns/wizard/focus-field.ts'
import { FormFooter } from '../../../patterns/wizard/FormFooter.tsx'
import { SendButton } from '../../../patterns/wizard/SendButton.tsx'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import { useLeftFields } from '../../../patterns/wizard/use-wizard.ts'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Message } from '../../../ui/Message.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteButton } from '../../../ui/RouteLink.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { useRightsRequest } from '../parts/version-work/rights-request.ts'
import { useUpdateTexts } from '../texts/update-texts.ts'
import { blankUpdate, updateReducer, type UpdateEdit } from './draft/update-reducer.ts'
import { shownPath, matrixPlan } from './regions/matrix-plan.ts'
import { changeSummary } from './review/change-summary.ts'
import { reviewId } from './review/UpdateReview.tsx'
import { ConflictMessage } from './sending/ConflictMessage.tsx'
import { updateAction, useSending } from './sending/use-sending.ts'
import { UpdateSections } from './UpdateSections.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL, flexGrow: 1 },
})

interface UpdateFormProps {
  parts: ResourceId
  /** the version as Azure has it by now */
  latest: StoredImageVersionAnswer
}

/** The sections of the page, their issues, and the sending at their end. The draft is the only thing it owns. */
export function UpdateForm({ parts, latest }: UpdateFormProps) {
  const styles = useStyles()
  const texts = { update: useUpdateTexts(), wizard: useWizardTexts().wizard }
  const t = texts.update
  const user = useSignedIn()
  const isReadOnly = useReadOnlyDraft()
  const { draft, edit, canUndo, canRedo, discard } = useStoredDraft(updateDraft(user.account.key, latest.version.id), {
    // A restored draft keeps the state that it is based on, so that changes in between are detected.
    blank: () => blankUpdate(latest),
    edited: updateReducer,
    isNothing: ({ change }) => isNoChange(change),
  })
  const { id } = draft.base.version
  const { inventory, isLoading, error, retry } = useUpdateFacts(draft)
  const assignments = usePolicyAssignments(galleryScope(id))
  const policy = assignments && updatePolicyVerdict(draft.base.version, draft.change, { inventory, assignments })
  // Batches are a deployment, which requires its own permission.
  const rightsRequest = useRightsRequest(id, draft.batchSize === null ? ['update'] : ['update', 'repair'])
  const { lacking } = useChangeTexts()
  const { isLeft, onLeave } = useLeftFields()
  const [isRevealed, reveal] = useState(false)
  const sending = useSending(draft, discard)
  const { submission, isBusy, send } = sending

  const hasChanged = latest.fingerprint !== draft.base.fingerprint
  // Azure's own state changes without anyone changing the version.
  const stored = hasChanged ? draft.base.version : latest.version
  const before = useMemo(() => fromArm(stored, inventory), [stored, inventory])
  const issues = mergedIssues(isLoading ? [] : updateIssues(stored, draft.change, inventory), sending.issues)
  const shown = issues.filter((issue) => isRevealed || isToldAtOnce(issue, draft.change) || isLeft(issue))
  const lines = changeSummary(draft, { inventory, ...texts })
  const isDenied = policy?.verdict.state === 'denied'

  const takeOver = useEffectEvent(() => edit({ type: 'rebase', base: latest }))
  const isUntouched = hasChanged && isNoChange(draft.change)
  useEffect(() => {
    if (isUntouched) takeOver()
  }, [isUntouched])
  useResumedAction(updateAction, !isLoading && error === null, onSend)

  function onEdit(change: UpdateEdit) {
    sending.onEdit()
    edit(change)
  }
  function onSend() {
    reveal(true)
    const problems = issues.filter(isBlocking)
    if (problems.length > 0 || isDenied)
      // Once the problems are shown: they take room.
      requestAnimationFrame(() =>
        focusField(
          problems.map(({ path }) => shownPath(path)),
          reviewId,
        ),
      )
    else if (!isLoading && !hasChanged) send()
  }
  return (
    <OnCheckAgain value={sending.onEdit}>
      <PageHeader
        title={t.title(resourceLabel(id))}
        subtitle={t.kind}
        crumbs={crumbsPastVersion(parts)}
        actions={
          isNoChange(draft.change) || isReadOnly ? (
            <RouteButton href={imageVersionPath(id)}>{t.open}</RouteButton>
          ) : (
            <Button appearance="subtle" onClick={() => onEdit({ type: 'startOver', base: latest })}>
              {t.discard}
            </Button>
          )
        }
      />
      <div className={styles.page}>
        {rightsRequest !== undefined && (
          <Message intent="warning" title={t.forbidden.title}>
            {t.forbidden.text}
            <RequestText intro={lacking} request={rightsRequest} />
          </Message>
        )}
        {hasChanged && !isUntouched && (
          <ConflictMessage
            draft={draft}
            latest={latest}
            inventory={inventory}
            onRebase={() => onEdit({ type: 'rebase', base: latest })}
            onStartOver={() => onEdit({ type: 'startOver', base: latest })}
          />
        )}
        <OutcomeMessage
          submission={submission}
          texts={t.submission}
          inventory={inventory}
          onSendAgain={send}
          onDismiss={sending.dismiss}
        />
        {error !== null && <ProblemMessage error={error} onRetry={retry} />}
        {isLoading ? (
          <Panel>
            <LoadingRows rows={8} height={48} />
          </Panel>
        ) : (
          <DraftFields>
            {/* A sent change stays unchanged until its outcome is known. */}
            <Stack gap="XXL" inert={isBusy}>
              <UpdateSections
                before={before}
                draft={draft}
                inventory={inventory}
                issues={shown}
                onEdit={onEdit}
                onLeave={onLeave}
                canUndo={canUndo}
                canRedo={canRedo}
                lines={lines}
                policy={policy}
              />
            </Stack>
          </DraftFields>
        )}
        <UpdateFooter
          changes={lines.length}
          problems={shown.filter(isBlocking).length + (isDenied && lines.length > 0 ? 1 : 0)}
          inBatches={draft.batchSize !== null}
          isSending={isBusy}
          onSend={rightsRequest !== undefined || isReadOnly ? undefined : onSend}
        />
      </div>
    </OnCheckAgain>
  )
}

interface UpdateFooterProps {
  changes: number
  /** those that are shown and prevent sending */
  problems: number
  inBatches: boolean
  isSending: boolean
  /** undefined: the user has no permission to send it, which the page says above */
  onSend: (() => void) | undefined
}

/** The number of changes, and the button that sends them. */
function UpdateFooter({ changes, problems, inBatches, isSending, onSend }: UpdateFooterProps) {
  const t = useUpdateTexts().footer
  return (
    <FormFooter summary={[t.changes(changes), ...(problems > 0 ? [t.problems(problems)] : [])].join(' · ')}>
      {onSend && (
        <SendButton
          label={isSending ? t.sending : inBatches ? t.start : t.send}
          isSending={isSending}
          onSend={onSend}
        />
      )}
    </FormFooter>
  )
}

const typed = new Set(['regionalReplicaCount', 'replicaCount', 'endOfLifeDate'])

/** Whether an issue is shown before its field was left: of typed input never, of a cell where it has a set. */
function isToldAtOnce({ code, path }: Issue, { addedRegions }: VersionChange): boolean {
  if (code === 'NothingToChange' || path.some((part) => typed.has(String(part)))) return false
  return path[0] !== 'addedRegions' || (isCellFilled(addedRegions, path) ?? true)
}

const nothing: Inventory = { now: '', existingVersionNames: [], sources: [], diskEncryptionSets: [], regions: [] }

/** The facts that the rules need for a change: the sets with the facts of their keys, and the regions. */
function useUpdateFacts({ base, change }: UpdateDraft) {
  const version = tryParseResourceId(base.version.id)
  const definition = version && parentResourceId(version)
  const facts = useRead(inventoryQuery, { imageDefinitionId: definition ? formatResourceId(definition) : '' })
  const known = facts.data === undefined ? nothing : { ...facts.data, sources: [] }
  const { plan } = matrixPlan(base.version, change, known)
  const inventory: Inventory = { ...known, ...useSetsWithFacts(known, usedSets(plan, known)) }
  return { inventory, isLoading: facts.isPending, error: facts.error, retry: () => void facts.refetch() }
}
