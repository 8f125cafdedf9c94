import { Button, Spinner, Text } from '@fluentui/react-components'
import {
  type Preparation,
  type PreparationDeployment,
  type PreparationProgress,
  regionDisplayName,
} from '@portal/disk-encryption'
import type { Inventory } from '@portal/image-version'
import { deploymentErrorMeaning } from '@portal/version-rules'
import { useCodeText } from '../../../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { CodeDisclosure } from '../../../../patterns/code/CodeDisclosure.tsx'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { StateLabel, type StateLook } from '../../../../ui/StateLabel.tsx'
import { usePreparationTexts } from '../../texts/preparation-texts.ts'
import { CrossTenantRequest } from './CrossTenantRequest.tsx'
import { RegionProgress } from './RegionProgress.tsx'
import type { WatchedPreparation } from './use-preparation-deployment.ts'

const looks: Record<PreparationProgress['state'], StateLook> = {
  Running: 'running',
  AwaitingGrant: 'waiting',
  Succeeded: 'done',
  Failed: 'failed',
  Canceled: 'failed',
}

interface ProgressStepProps {
  inventory: Inventory
  watching: WatchedPreparation
  isStarting: boolean
  onTryAgain: (preparation: Preparation) => void
  onChangeNames: (preparation: Preparation) => void
  onClose: () => void
}

/** The progress of each region, since when, and what comes next. */
export function ProgressStep(props: ProgressStepProps) {
  const { inventory, watching, isStarting, onTryAgain, onChangeNames, onClose } = props
  const t = usePreparationTexts()
  const { duration } = useFormats()
  const codeText = useCodeText()
  const { deployment, progress, isOwn, error, refetch } = watching
  if (deployment === undefined || progress === undefined)
    return error === null ? <Spinner /> : <ProblemMessage error={error} onRetry={refetch} />
  const isOver = progress.state === 'Failed' || progress.state === 'Canceled'
  // The portal sends again on its own only what this user has started.
  const isToBeAsked = !isOwn && progress.state === 'AwaitingGrant'
  const { orchestratorObjectId } = deployment.preparation
  const isElsewhere = deployment.preparation.regions.some(({ crossTenantKey }) => crossTenantKey !== undefined)
  return (
    <Stack gap="L">
      {error !== null && <ProblemMessage error={error} onRetry={refetch} />}
      <Text role="status">
        <StateLabel look={looks[progress.state]}>
          {t.progress.states[progress.state]}
          {progress.state === 'Running' && ` · ${duration(since(deployment))}`}
        </StateLabel>
      </Text>
      {isToBeAsked || (isOver && !isOwn) ? (
        <Message intent="warning">
          {t.progress.others}
          {orchestratorObjectId !== '' && ` ${t.names.orchestrator}: ${orchestratorObjectId}`}
        </Message>
      ) : (
        <Text>{adviceOf({ deployment, progress }, { t, duration })}</Text>
      )}
      {progress.error && <Message intent="error">{codeText(deploymentErrorMeaning(progress.error))}</Message>}
      {progress.regions.map((region) => (
        <RegionProgress key={region.region.location} progress={region} inventory={inventory} />
      ))}
      {isOver && isElsewhere && (
        <CodeDisclosure summary={t.elsewhere.there}>
          <CrossTenantRequest
            preparation={deployment.preparation}
            regions={deployment.preparation.regions.map(({ location }) => regionDisplayName(inventory, location))}
          />
        </CodeDisclosure>
      )}
      <Stack row="wrap" gap="S">
        {(isOver || isToBeAsked) && (
          <>
            <Button
              appearance="primary"
              disabledFocusable={isStarting}
              onClick={() => onTryAgain(deployment.preparation)}
            >
              {t.progress.tryAgain}
            </Button>
            <Button onClick={() => onChangeNames(deployment.preparation)}>{t.preview.back}</Button>
          </>
        )}
        <Button onClick={onClose}>{t.close}</Button>
      </Stack>
    </Stack>
  )
}

function since({ now, askedAt }: PreparationDeployment): number {
  return Date.parse(now) - Date.parse(askedAt)
}

interface Words {
  t: ReturnType<typeof usePreparationTexts>
  duration: (milliseconds: number) => string
}

/** One sentence about what comes next. */
function adviceOf(
  { deployment, progress }: { deployment: PreparationDeployment; progress: PreparationProgress },
  { t, duration }: Words,
): string {
  switch (progress.state) {
    case 'Running':
      return t.progress.leave
    case 'AwaitingGrant': {
      const wait = Date.parse(progress.retryAt ?? deployment.now) - Date.parse(deployment.now)
      return wait > 0 ? t.progress.awaiting(duration(wait)) : t.progress.awaitingNow
    }
    case 'Succeeded':
      // Those that the deployment returned, and no others, are chosen.
      return t.progress.made(Object.keys(deployment.diskEncryptionSets).length)
    case 'Failed':
      return t.progress.failed
    case 'Canceled':
      return t.progress.canceled
  }
}
