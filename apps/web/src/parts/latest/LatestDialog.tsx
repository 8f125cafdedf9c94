import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import type { LatestVersions } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { latestVersionsQuery } from '../../api/gallery-reads.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useLatestTexts } from '../../i18n/image-versions/use-latest-texts.ts'
import { useFocusReturn } from '../../ui/dialog/use-focus-return.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'
import { RequestText } from '../resource/RequestText.tsx'
import type { LatestDialogProps } from './latest-dialog-props.ts'
import { LatestChoice } from './LatestChoice.tsx'
import { LatestFailure } from './LatestFailure.tsx'
import { LatestFollowers } from './LatestFollowers.tsx'
import { LatestRequests } from './LatestRequests.tsx'
import { useLatestChange } from './use-latest-change.ts'
import { useLatestChoice } from './use-latest-choice.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '760px' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    // It scrolls; a message would shrink below its text.
    '& > *': { flexShrink: 0 },
  },
})

/**
 * Promotes a version, or rolls back to an earlier one: in which regions, with every request that Azure gets and the
 * scale sets that follow, before anything is sent.
 */
export function LatestDialog(props: LatestDialogProps) {
  useFocusReturn()
  const styles = useStyles()
  const t = useLatestTexts()
  const user = useSignedIn()
  const found = useQuery({
    ...latestVersionsQuery(user, { imageDefinitionId: props.imageDefinitionId }),
    refetchOnWindowFocus: false,
  })
  return (
    <Dialog open onOpenChange={props.onClose}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t.titles[props.kind]}</DialogTitle>
          {found.data === undefined || !found.isFetchedAfterMount ? (
            <>
              <DialogContent className={styles.content}>
                {found.isError ? (
                  <ProblemMessage error={found.error} onRetry={() => void found.refetch()} />
                ) : (
                  <LoadingRows rows={4} height={32} />
                )}
              </DialogContent>
              <DialogActions>
                <Button onClick={props.onClose}>{t.cancel}</Button>
              </DialogActions>
            </>
          ) : (
            <LatestForm {...props} latest={found.data} />
          )}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function LatestForm({ latest, ...props }: LatestDialogProps & { latest: LatestVersions }) {
  const styles = useStyles()
  const t = useLatestTexts()
  const { kind, imageDefinitionId, onClose } = props
  const choice = useLatestChoice(latest, props)
  const change = useLatestChange(choice, props)
  const { lacking, requests, send } = change
  return (
    <>
      <DialogContent className={styles.content}>
        <Text>{t.intros[kind]}</Text>
        <LatestChoice kind={kind} choice={choice} />
        <LatestFollowers imageDefinitionId={imageDefinitionId} kind={kind} regions={choice.regions} />
        <LatestRequests updates={choice.updates} requests={requests} />
        {change.readError !== null && <ProblemMessage error={change.readError} onRetry={change.readAgain} />}
        {lacking !== undefined && <RequestText intro={t.lacking} request={lacking} copyLabel={t.copyRequest} />}
        {send.error !== null && <LatestFailure error={send.error} />}
      </DialogContent>
      <DialogActions>
        {lacking === undefined && (
          <Button
            appearance="primary"
            disabledFocusable={choice.issues.length > 0 || requests === undefined || send.isPending}
            onClick={() => send.mutate()}
          >
            {send.isPending ? t.starting : t.confirm[kind]}
          </Button>
        )}
        <Button onClick={onClose}>{t.cancel}</Button>
      </DialogActions>
    </>
  )
}
