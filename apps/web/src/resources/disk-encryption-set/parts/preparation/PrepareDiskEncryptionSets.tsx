import { Button, Text, Spinner } from '@fluentui/react-components'
import {
  type PreparationDeployment,
  regionDisplayName,
  type Preparation,
  type PreparationProgress,
} from '@portal/disk-encryption'
import type { Inventory } from '@portal/image-version'
import { startPreparation } from '@portal/portal-api'
import { deploymentErrorMeaning } from '@portal/version-rules'
import { useState, useRef } from 'react'
import { preparationsQuery } from '../../../../api/disk-encryption-set-reads.ts'
import { call } from '../../../../api/portal-client.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useWrite } from '../../../../api/use-write.ts'
import { useCodeText } from '../../../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { CodeDisclosure } from '../../../../patterns/code/CodeDisclosure.tsx'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { CloseButton } from '../../../../ui/dialog/Dialog.tsx'
import { Drawer } from '../../../../ui/dialog/Drawer.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { StateLabel, type StateLook } from '../../../../ui/StateLabel.tsx'
import { usePreparationTexts } from '../../texts/preparation-texts.ts'
import { CrossTenantRequest } from './CrossTenantRequest.tsx'
import { type PrepareProps, NamesStep } from './NamesStep.tsx'
import { PreviewStep } from './PreviewStep.tsx'
import { RegionProgress } from './RegionProgress.tsx'
import { usePreparationDeployment, type WatchedPreparation } from './use-preparation-deployment.ts'

/** Offers to create the missing sets, or shows their creation in progress; the rest is in a drawer. */
export function PrepareDiskEncryptionSets(props: PrepareProps) {
  const t = usePreparationTexts()
  const { list } = useFormats()
  const { subscriptionId, resourceGroupName, encryptionType, regions, inventory, startedId, onMade } = props
  const [isOpen, setOpen] = useState(false)
  const [madeId, setMadeId] = useState<string>()
  // Another browser might have started one.
  const others = useRead(preparationsQuery, { subscriptionId, resourceGroupName })
  const other = others.data?.find(({ preparation }) => preparation.encryptionType === encryptionType)
  const watchedId = startedId ?? madeId ?? other?.id
  const [ownMadeId, setOwnMadeId] = useState<string>()
  const isOwn = watchedId !== undefined && (watchedId === startedId || watchedId === ownMadeId)
  const watching = usePreparationDeployment(watchedId, {
    isOwn,
    onMade(diskEncryptionSets) {
      // The wizard drops finished ones; here they are still shown.
      setMadeId(watchedId)
      // What somebody else has created is offered, but not chosen for the user.
      if (isOwn) setOwnMadeId(watchedId)
      onMade(isOwn ? diskEncryptionSets : {})
    },
  })
  const [first] = regions

  return (
    <>
      {watching.deployment?.preparation.encryptionType === encryptionType && isUnderWay(watching.state) ? (
        <Stack row="wrap" gap="M" align="center">
          <StateLabel look="running">
            <Text>{t.underWay(list(regionNames(watching.deployment, inventory)))}</Text>
          </StateLabel>
          <Button onClick={() => setOpen(true)}>{t.showProgress}</Button>
        </Stack>
      ) : (
        first !== undefined && (
          <Stack row="wrap" gap="M" align="center">
            <Button appearance="primary" onClick={() => setOpen(true)}>
              {t.open(regions.length, first.displayName)}
            </Button>
          </Stack>
        )
      )}
      {isOpen && <PreparationDrawer {...props} watching={watching} onClose={() => setOpen(false)} />}
    </>
  )
}

function isUnderWay(state: string | undefined): boolean {
  return state === 'Running' || state === 'AwaitingGrant'
}

function regionNames({ preparation }: PreparationDeployment, inventory: Inventory): string[] {
  return preparation.regions.map(({ location }) => regionDisplayName(inventory, location))
}

interface PreparationDrawerProps extends PrepareProps {
  watching: WatchedPreparation
  onClose: () => void
}

/** Names, preview and progress of the sets to be created. */
function PreparationDrawer(props: PreparationDrawerProps) {
  const { watching, onStarted, onClose } = props
  const t = usePreparationTexts()
  // undefined: as the names step proposes it
  const [preparation, setPreparation] = useState<Preparation>()
  const [takenVaultNames, setTaken] = useState<readonly string[]>([])
  const [step, showStep] = useState<'names' | 'preview' | 'progress'>(
    watching.state === undefined || watching.state === 'Succeeded' ? 'names' : 'progress',
  )
  const heading = useRef<HTMLHeadingElement>(null)
  function goTo(next: typeof step) {
    showStep(next)
    // The selected button disappears with its step; if the focus is lost, Escape no longer works.
    heading.current?.focus()
  }
  const starting = useWrite('prepareSets', {
    send: (asked: Preparation) => call(startPreparation, asked),
    onDone: ({ id }) => {
      onStarted(id)
      goTo('progress')
    },
  })

  return (
    <Drawer title={`${t.title}: ${t.steps[step].toLowerCase()}`} size="wide" onClose={onClose} heading={heading}>
      {starting.error !== null && <ProblemMessage error={starting.error} />}
      {step === 'names' && (
        <NamesStep
          {...props}
          preparation={preparation}
          takenVaultNames={takenVaultNames}
          onChange={setPreparation}
          onPreview={(asked) => {
            setPreparation(asked)
            goTo('preview')
          }}
        />
      )}
      {step === 'preview' && preparation !== undefined && (
        <PreviewStep
          inventory={props.inventory}
          preparation={preparation}
          isStarting={starting.isPending}
          onBack={(taken) => {
            setTaken(taken)
            goTo('names')
          }}
          onChange={setPreparation}
          onCreate={() => starting.mutate(preparation)}
        />
      )}
      {step === 'progress' && (
        <ProgressStep
          inventory={props.inventory}
          watching={watching}
          isStarting={starting.isPending}
          onTryAgain={(asked) => starting.mutate(asked)}
          onChangeNames={(asked) => {
            setPreparation(asked)
            goTo('names')
          }}
          onClose={onClose}
        />
      )}
    </Drawer>
  )
}

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
function ProgressStep(props: ProgressStepProps) {
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
        <CloseButton onClick={onClose} />
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
