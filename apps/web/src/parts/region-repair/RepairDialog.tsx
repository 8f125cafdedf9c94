import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components'
import { imageVersionApiVersion } from '@portal/image-version'
import { startRegionRepair, type StoredTargetRegion } from '@portal/portal-api'
import { noChange, updatedVersion, type VersionBody } from '@portal/version-update'
import { useQuery } from '@tanstack/react-query'
import { imageVersionPermissionsQuery, storedImageVersionQuery } from '../../api/image-version-reads.ts'
import { call } from '../../api/portal-client.ts'
import { useWrite } from '../../api/use-write.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useCodeText } from '../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useImageVersionTexts } from '../../i18n/image-versions/use-image-version-texts.ts'
import { CodeBlock } from '../../ui/CodeBlock.tsx'
import { useFocusReturn } from '../../ui/dialog/use-focus-return.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Message } from '../../ui/Message.tsx'
import { failureOf } from '../problem/failure.ts'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'
import { RequestText } from '../resource/RequestText.tsx'
import { rightsRequest } from '../version-work/rights-request.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '760px' },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  step: { margin: 0 },
  summary: {
    cursor: 'pointer',
    width: 'fit-content',
    padding: `${tokens.spacingVerticalXS} 0`,
    color: tokens.colorNeutralForeground2,
  },
})

interface RepairDialogProps {
  id: string
  /** those that failed; not the version's own region */
  regions: Pick<StoredTargetRegion, 'name' | 'displayName'>[]
  onClose: () => void
}

/** Both steps with their exact requests before anything is sent; then Azure runs them, and the page shows them. */
export function RepairDialog({ id, regions, onClose }: RepairDialogProps) {
  useFocusReturn()
  const styles = useStyles()
  const texts = useImageVersionTexts()
  const t = texts.repair
  const { list } = useFormats()
  const user = useSignedIn()
  const stored = useQuery(storedImageVersionQuery(user, { id }))
  const permissions = useQuery(imageVersionPermissionsQuery(user, { id }))
  const names = list(regions.map(({ displayName }) => displayName))
  const shortNames = regions.map(({ name }) => name)
  const lacking = (permissions.data ?? []).filter(
    ({ act, permission }) => (act === 'update' || act === 'repair') && permission === 'forbidden',
  )
  const start = useWrite('repairRegion', {
    send: (fingerprint: string) => call(startRegionRepair, { id, regions: shortNames, fingerprint }),
    onFresh: onClose,
  })
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t.dialogTitle(names)}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text>{t.intro}</Text>
            {stored.error !== null && <ProblemMessage error={stored.error} onRetry={() => void stored.refetch()} />}
            {stored.isPending && <LoadingRows rows={4} height={32} />}
            {stored.data && (
              <>
                <Step
                  id={id}
                  number={1}
                  title={t.first(names)}
                  body={updatedVersion(stored.data.version, { ...noChange(), removedRegions: shortNames })}
                />
                <Step
                  id={id}
                  number={2}
                  title={t.second(names)}
                  body={updatedVersion(stored.data.version, noChange())}
                />
              </>
            )}
            {lacking.length > 0 && (
              <RequestText
                intro={texts.permissions.lacking}
                request={rightsRequest(lacking, texts.permissions)}
                copyLabel={texts.permissions.copyRequest}
              />
            )}
            {start.error !== null && <Failure error={start.error} />}
          </DialogContent>
          <DialogActions>
            {lacking.length === 0 && (
              <Button
                appearance="primary"
                disabledFocusable={stored.data === undefined || start.isPending}
                onClick={() => stored.data && start.mutate(stored.data.fingerprint)}
              >
                {start.isPending ? t.starting : t.confirm}
              </Button>
            )}
            <Button onClick={onClose}>{t.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

interface StepProps {
  id: string
  number: number
  title: string
  body: VersionBody
}

function Step({ id, number, title, body }: StepProps) {
  const styles = useStyles()
  const t = useImageVersionTexts().repair
  const { resourceManager } = useSignedIn().configuration.cloud
  const code = `PUT ${resourceManager}${id}?api-version=${imageVersionApiVersion}\n\n${JSON.stringify(body, null, 2)}`
  return (
    <div>
      <Subtitle2 as="h3" className={styles.step}>
        {title}
      </Subtitle2>
      <details>
        <summary className={styles.summary}>{t.request}</summary>
        <CodeBlock code={code} label={t.requestOf(String(number))} copyLabel={t.copy} />
      </details>
    </div>
  )
}

function Failure({ error }: { error: unknown }) {
  const t = useImageVersionTexts().repair
  const codeText = useCodeText()
  const { code, problem } = failureOf(error)
  const issues = problem?.issues ?? []
  if (code === 'ImageVersionChanged' || issues.length > 0)
    return (
      <Message intent="error">
        {issues.length === 0 ? t.changed : `${t.rejected} ${issues.map(codeText).join(' ')}`}
      </Message>
    )
  return <ProblemMessage error={error} />
}
