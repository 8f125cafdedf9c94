import { Button, makeStyles } from '@fluentui/react-components'
import type { VersionWork } from '@portal/portal-api'
import type { UseQueryResult } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { requestedDraft, imageVersionDraft } from '../../../drafts/image-version-drafts.ts'
import { createImageVersionPath } from '../../../paths.ts'
import { NotThere } from '../../../patterns/page/ResourcePage.tsx'
import { Message } from '../../../ui/Message.tsx'
import { useImageVersionTexts } from '../texts/version-page-texts.ts'
import { VersionWorkPanel } from './VersionWorkPanel.tsx'

const useStyles = makeStyles({ again: { alignSelf: 'start' } })

interface MissingVersionProps {
  id: string
  /** its rollouts and repairs */
  query: UseQueryResult<VersionWork[]>
  onRetry: () => void
}

/** A version that Azure does not list: it might be about to create it, or might have failed to. */
export function MissingVersion({ id, query, onRetry }: MissingVersionProps) {
  const t = useImageVersionTexts().work
  const works = query.data ?? []
  const isOver = works[0] !== undefined && works[0].state !== 'Running'
  const isComing = works.some(({ state }) => state === 'Running')
  return (
    <>
      {isComing ? (
        <Message intent="info" title={t.comingTitle}>
          {t.coming}
        </Message>
      ) : (
        <NotThere onRetry={onRetry} />
      )}
      {isOver && <DraftAgain id={id} />}
      <VersionWorkPanel query={query} />
    </>
  )
}

/** The request becomes a draft again, unless another draft of that definition would be lost. */
function DraftAgain({ id }: { id: string }) {
  const styles = useStyles()
  const t = useImageVersionTexts().work
  const user = useSignedIn()
  const [, navigate] = useLocation()
  const asked = requestedDraft(user.account.key, id).load()
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
