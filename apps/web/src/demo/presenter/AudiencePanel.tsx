import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowResetRegular, FastForwardRegular, WindowRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTexts } from '../../i18n/language.ts'
import { Heading } from '../../ui/Heading.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { ClockMenu } from '../controls/ClockMenu.tsx'
import { PersonMenu } from '../controls/PersonMenu.tsx'
import { ResetQuestion } from '../controls/ResetQuestion.tsx'
import { audiencePath, openWindow } from '../presenting/pairing.ts'
import { useDemoTexts } from '../texts/demo-texts.ts'
import { usePresenterTexts } from '../texts/presenter-texts.ts'
import type { Audience } from './use-audience.ts'

const useStyles = makeStyles({
  head: { width: '100%', display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: '8px' },
  page: { width: '100%' },
  controls: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '4px', maxWidth: '100%' },
  place: { minHeight: '24px', maxWidth: '100%', display: 'flex' },
  note: { minHeight: '32px', color: tokens.colorNeutralForeground3 },
  fault: { color: tokens.colorStatusDangerForeground1 },
})

/** What the audience sees, and the demo's controls, which work in the audience's window. */
export function AudiencePanel({ audience, pairing }: { audience: Audience; pairing: string }) {
  const styles = useStyles()
  const { audience: t } = usePresenterTexts()
  const [isBlocked, setBlocked] = useState(false)
  const { isConnected, isBusy, seen, fault } = audience
  const address = audiencePath(pairing)
  const product = useTexts().product
  return (
    <Stack as="section" gap="XS" align="start">
      <div className={styles.head}>
        <Heading as="h2">{t.title}</Heading>
        <div role="status">
          {isBusy ? (
            <StateLabel look="running">{t.busy}</StateLabel>
          ) : (
            <StateLabel look={isConnected ? 'done' : 'warning'}>{isConnected ? t.connected : t.none}</StateLabel>
          )}
        </div>
      </div>
      <Text className={styles.page} truncate block wrap={false}>
        {t.sees}: {seen === undefined ? '–' : seen.title.replace(` · ${product}`, '')}
      </Text>
      <Controls audience={audience} />
      <Button icon={<WindowRegular />} disabledFocusable={isConnected} onClick={() => setBlocked(!openWindow(address))}>
        {t.open}
      </Button>
      <Text size={200} className={styles.note} role="status">
        {fault !== undefined ? (
          <span className={styles.fault}>{t.faults[fault]}</span>
        ) : isConnected ? null : isBlocked ? (
          <>
            {t.blocked}{' '}
            <Link href={address} target="_blank" rel="noopener">
              {t.open}
            </Link>
          </>
        ) : (
          t.noneAdvice
        )}
      </Text>
    </Stack>
  )
}

/** Person, clock and reset, as in the demo bar. Before the audience's window is known, their room is kept. */
function Controls({ audience: { isConnected, seen, send } }: { audience: Audience }) {
  const styles = useStyles()
  const { audience: t } = usePresenterTexts()
  const demo = useDemoTexts()
  const [asksReset, setAsksReset] = useState(false)
  return (
    <div className={styles.controls}>
      <div className={styles.place}>
        {seen && (
          <PersonMenu
            world={seen.world}
            onPick={({ userPrincipalName }) => send({ type: 'person', person: userPrincipalName })}
          />
        )}
      </div>
      <div className={styles.place}>
        {seen && (
          <ClockMenu
            world={seen.world}
            receivedAt={seen.receivedAt}
            onOpen={() => undefined}
            onRate={(rate) => send({ type: 'rate', rate })}
            onFinish={() => send({ type: 'finish' })}
          />
        )}
      </div>
      <Stack row="wrap">
        <Button
          size="small"
          appearance="subtle"
          icon={<FastForwardRegular />}
          disabledFocusable={!isConnected}
          onClick={() => send({ type: 'advance', minutes: 60 })}
        >
          {t.advance}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowResetRegular />}
          disabledFocusable={!isConnected}
          onClick={() => setAsksReset(true)}
        >
          {demo.reset.button}
        </Button>
      </Stack>
      {asksReset && (
        <ResetQuestion
          onKeep={() => setAsksReset(false)}
          onReset={() => {
            setAsksReset(false)
            send({ type: 'reset' })
          }}
        />
      )}
    </div>
  )
}
