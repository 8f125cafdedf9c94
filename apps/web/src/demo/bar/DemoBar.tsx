import {
  Button,
  makeStyles,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState, useEffect } from 'react'
import { useLocation, useSearch } from 'wouter'
import { scenariosQuery } from '../../api/account-reads.ts'
import type { Account } from '../../auth/authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useTexts } from '../../i18n/language.ts'
import { ProblemMessage } from '../../patterns/problem/ProblemMessage.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { ReadOutOnly } from '../../ui/ReadOutOnly.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { leaveTour, tourId, useChosenScenario } from '../chosen-scenario.ts'
import { forgetReset, wasReset } from '../demo-reset.ts'
import { openWindow, pairingOfTab, presenterPath, useIsPresented, usePairing } from '../presenting/pairing.ts'
import { useDemoTexts } from '../texts/demo-texts.ts'
import { AzureInterruption } from './AzureInterruption.tsx'
import { DemoButtons } from './DemoButtons.tsx'
import { ScenarioStrip } from './ScenarioStrip.tsx'
import { useDemo, type DemoChange } from './use-demo.ts'
import { useStepActs } from './use-step-acts.ts'

// Only who presents loads it.
const Presented = lazyPart(() => import('./presented/Presented.tsx').then((part) => part.Presented))
const DemoPanel = lazyPart(() => import('../panel/DemoPanel.tsx').then((part) => part.DemoPanel))
const Tour = lazyPart(() => import('../tour/Tour.tsx').then((part) => part.Tour))

const useStyles = makeStyles({
  row: { flexGrow: 1, minWidth: 0, display: 'flex', alignItems: 'center', columnGap: '4px' },
  whole: { flexShrink: 0 },
  // What the bar has to say hangs below it, over the page: nothing moves when it comes or goes.
  below: {
    position: 'absolute',
    top: '100%',
    left: '8px',
    right: '8px',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'end',
    rowGap: '4px',
    paddingTop: '4px',
    pointerEvents: 'none',
    '& > *': { pointerEvents: 'auto', maxWidth: '100%' },
  },
})

const focus = (element: HTMLElement | null) => element?.focus()

/** The additional controls of a demo: who is signed in, *Present*, and the panel with all the rest. */
export function DemoBar({ account }: { account: Account }) {
  const styles = useStyles()
  const { failure } = useTexts()
  const t = useDemoTexts()
  const { world, change } = useDemo(account)
  const stepAct = useStepActs(change.mutateAsync)
  const scenarios = useQuery(scenariosQuery({ account }))
  const [blocked, setBlocked] = useState<string>()
  const pairing = usePairing()
  const isPresented = useIsPresented()
  const progress = useChosenScenario()
  const chosen = scenarios.data?.find(({ id }) => id === progress?.id)
  const [asksTour, setAsksTour] = useState(false)
  const isTour = chosen?.id === tourId
  function turnTour(isLeft: boolean) {
    setAsksTour(true)
    leaveTour(isLeft)
  }
  // The page below says why: whatever breaks the controls also breaks Azure.
  const isUnreachable = world.isError || scenarios.isError

  function present() {
    const address = presenterPath(pairingOfTab())
    setBlocked(openWindow(address, 'popup,width=1000,height=700') ? undefined : address)
  }
  const [isOpen, setOpen] = useIsPanelOpen()
  return (
    <>
      <div className={styles.row}>
        {isTour && progress?.isLeft === true && <ResumeTour takesFocus={asksTour} onResume={() => turnTour(false)} />}
        {isUnreachable ? (
          <>
            <StateLabel look="failed">{t.noControls}</StateLabel>
            <Button size="small" onClick={() => void Promise.all([world.refetch(), scenarios.refetch()])}>
              {failure.tryAgain}
            </Button>
          </>
        ) : (
          world.data && (
            <DemoButtons
              world={world.data}
              receivedAt={world.dataUpdatedAt}
              isOpen={isOpen}
              onPresent={present}
              onOpen={() => setOpen(true)}
            />
          )
        )}
      </div>
      <div className={styles.below}>
        {world.data && !isUnreachable && (
          <AzureInterruption world={world.data} onReset={() => change.mutate({ type: 'reset', isWhole: false })} />
        )}
        {world.data && <ResetDone now={world.data.clock.now} />}
        {blocked !== undefined && <PresenterBlocked address={blocked} onDismiss={() => setBlocked(undefined)} />}
        {change.isError && <ProblemMessage error={change.error} onRetry={() => change.mutate(change.variables)} />}
      </div>
      {chosen && progress && isTour && !progress.isLeft && (
        <Tour
          scenario={chosen}
          at={progress.step}
          takesFocus={asksTour}
          onForward={(minutes) => change.mutateAsync({ type: 'advance', minutes })}
          onLeave={() => turnTour(true)}
        />
      )}
      {chosen && progress && !isTour && !isPresented && (
        <ScenarioStrip
          // Its sign is of one step.
          key={`${chosen.id} ${progress.step}`}
          scenario={chosen}
          progress={progress}
          isBusy={change.isPending || stepAct.isPending}
          onAct={(act, onDone) => stepAct.mutate({ act, id: chosen.id }, { onSuccess: onDone })}
        />
      )}
      {pairing !== undefined && world.data && (
        <Presented
          pairing={pairing}
          account={account}
          world={world.data}
          receivedAt={world.dataUpdatedAt}
          change={change.mutateAsync}
        />
      )}
      <DemoAnnouncer done={change.isSuccess ? change.variables : undefined} />
      {isOpen && world.data && (
        <DemoPanel
          account={account}
          world={world.data}
          receivedAt={world.dataUpdatedAt}
          scenarios={scenarios.data ?? []}
          chosen={chosen}
          onRefresh={() => void world.refetch()}
          onPresent={() => {
            setOpen(false)
            present()
          }}
          onRate={(rate) => change.mutate({ type: 'rate', rate })}
          onFinish={() => change.mutate({ type: 'finish' })}
          onReset={() => {
            setOpen(false)
            change.mutate({ type: 'reset', isWhole: true })
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

/** The way back into the tour; whoever has just left finds it where the focus is. */
function ResumeTour({ takesFocus, onResume }: { takesFocus: boolean; onResume: () => void }) {
  const styles = useStyles()
  const t = useDemoTexts()
  return (
    <Button
      size="small"
      appearance="primary"
      {...(takesFocus && { ref: focus })}
      className={styles.whole}
      onClick={onResume}
    >
      {t.goOnWithTour}
    </Button>
  )
}

/** Announces to a screen reader that a demo action is done. */
function DemoAnnouncer({ done }: { done: DemoChange | undefined }) {
  const t = useDemoTexts()
  const said = () => {
    switch (done?.type) {
      case 'finish':
        return t.clock.finished
      case 'advance':
        return t.scenario.moved
      case 'reset':
      case 'rate':
      case 'key':
      case undefined:
        return ''
    }
  }
  return (
    <ReadOutOnly>
      <div role="status">{said()}</div>
    </ReadOutOnly>
  )
}

/** Whether the demo's panel is open: by its button, or by an address that leads to it (`demoPanelPath`). */
function useIsPanelOpen() {
  const [path, navigate] = useLocation()
  const search = useSearch()
  const isAsked = new URLSearchParams(search).has('demo')
  const [isOpen, setOpen] = useState(isAsked)
  if (isAsked && !isOpen) setOpen(true)
  useEffect(() => {
    if (!isAsked) return
    const query = new URLSearchParams(search)
    query.delete('demo')
    navigate(query.size === 0 ? path : `${path}?${query}`, { replace: true })
  }, [isAsked, path, search, navigate])
  return [isOpen, setOpen] as const
}

/** Says that the browser opens no second window, with a link that does. */
function PresenterBlocked({ address, onDismiss }: { address: string; onDismiss: () => void }) {
  const { present: t } = useDemoTexts()
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{t.blockedTitle}</MessageBarTitle>
        {t.blockedBody}{' '}
        <Link href={address} target="_blank" rel="noopener" onClick={onDismiss}>
          {t.link}
        </Link>
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button appearance="transparent" icon={<DismissRegular />} aria-label={t.dismiss} onClick={onDismiss} />
        }
      />
    </MessageBar>
  )
}

// Not over the main action of the page, which is at its right.
const useResetDoneStyles = makeStyles({ message: { alignSelf: 'center' } })

/** Says on Home that the demo was reset, and to which time of Azure, ISO 8601. */
function ResetDone({ now }: { now: string }) {
  const styles = useResetDoneStyles()
  const { reset: t } = useDemoTexts()
  const { dayAndTime } = useFormats()
  const [path] = useLocation()
  const [shownAt, setShownAt] = useState(() => (wasReset() ? path : undefined))
  const [time] = useState(now)
  useEffect(() => forgetReset(), [])
  if (shownAt !== path) return null
  return (
    <MessageBar intent="success" className={styles.message}>
      <MessageBarBody>{t.done(dayAndTime(time))}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={t.dismiss}
            onClick={() => setShownAt(undefined)}
          />
        }
      />
    </MessageBar>
  )
}
