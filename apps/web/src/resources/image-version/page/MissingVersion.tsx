import { Button, makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { versionWorksQuery } from '../../../api/image-version-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { askedDraft, imageVersionDraft } from '../../../drafts/image-version-drafts.ts'
import { createImageVersionPath } from '../../../paths.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { Message } from '../../../ui/Message.tsx'
import { useImageVersionTexts } from '../texts/use-image-version-texts.ts'
import { VersionWorkPanel } from './VersionWorkPanel.tsx'

const useStyles = makeStyles({ again: { alignSelf: 'start' } })

interface MissingVersionProps {
  id: string
  error: Error
  /** Azure does not have it, or the user has no permission to view it */
  isNotThere: boolean
  onRetry: () => void
}

/** A version that could not be read: Azure might be about to create it, or might have failed to. */
export function MissingVersion({ id, error, isNotThere, onRetry }: MissingVersionProps) {
  const t = useImageVersionTexts().work
  const user = useSignedIn()
  const query = useQuery({ ...versionWorksQuery(user, { imageVersionId: id }), enabled: isNotThere })
  const works = query.data
  const isOver = isNotThere && works?.[0] !== undefined && works[0].state !== 'Running'
  const isComing = isNotThere && works?.some(({ state }) => state === 'Running') === true
  return (
    <>
      {isComing ? (
        <Message intent="info" title={t.comingTitle}>
          {t.coming}
        </Message>
      ) : (
        <ProblemMessage error={error} onRetry={onRetry} />
      )}
      {isOver && <DraftAgain id={id} />}
      {isNotThere && <VersionWorkPanel query={query} />}
    </>
  )
}

/** The request becomes a draft again, unless another draft of that definition would be lost. */
function DraftAgain({ id }: { id: string }) {
  const styles = useStyles()
  const t = useImageVersionTexts().work
  const user = useSignedIn()
  const [, navigate] = useLocation()
  const asked = askedDraft(user.account.key, id).load()
  if (asked === undefined) return null
  const { imageDefinitionId } = asked.plan
  const draft = imageVersionDraft(user.account.key, imageDefinitionId)
  if (draft.load() !== undefined) return null
  return (
    <Button
      className={styles.again}
      onClick={() => {
        draft.save(asked)
        navigate(createImageVersionPath(imageDefinitionId))
      }}
    >
      {t.draftAgain}
    </Button>
  )
}
