import { Button, makeStyles, MenuButton } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { scenariosQuery } from '../../api/queries.ts'
import type { Account } from '../../auth/authentication.ts'
import { useChosenScenario } from '../../demo/chosen-scenario.ts'
import { useTexts } from '../../i18n/language.ts'
import { useDemoTexts } from '../../i18n/portal/use-demo-texts.ts'
import { ProblemMessage } from '../../parts/problem/ProblemMessage.tsx'
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { useNarrow } from '../../ui/use-narrow.ts'
import { AzureInterruption } from './AzureInterruption.tsx'
import { ChosenScenario } from './ChosenScenario.tsx'
import { DemoAnnouncer } from './DemoAnnouncer.tsx'
import { DemoControls } from './DemoControls.tsx'
import { useDemo } from './use-demo.ts'

const useStyles = makeStyles({
  bar: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', rowGap: '4px' },
  row: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '4px',
    minHeight: '24px',
    '& > :last-child': { marginLeft: 'auto' },
  },
  fold: { alignSelf: 'start' },
  column: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '4px' },
})

/** The additional controls of a demo: a row, collapsed into one button in a narrow window. */
export function DemoBar({ account }: { account: Account }) {
  const styles = useStyles()
  const { failure } = useTexts()
  const t = useDemoTexts()
  const narrow = useNarrow()
  const [path] = useLocation()
  const [unfoldedAt, setUnfoldedAt] = useState<string>()
  // folded again on every other page
  const isUnfolded = unfoldedAt === path
  const { world, change } = useDemo(account)
  const scenarios = useQuery(scenariosQuery({ account }))
  const [asksReset, setAsksReset] = useState(false)
  const chosenId = useChosenScenario()
  const chosen = scenarios.data?.find(({ id }) => id === chosenId)
  // The page below says why: whatever breaks the controls also breaks Azure.
  const isUnreachable = world.isError || scenarios.isError

  const keep = () => setAsksReset(false)
  function reset() {
    keep()
    change.mutate({ type: 'reset' })
  }
  const controls = world.data && (
    <DemoControls
      world={world.data}
      scenarios={scenarios.data ?? []}
      chosen={chosen}
      onRefresh={() => void world.refetch()}
      onChange={change.mutate}
      onReset={() => setAsksReset(true)}
    />
  )
  return (
    <div className={styles.bar}>
      {narrow && !isUnreachable && (
        <MenuButton
          size="small"
          appearance="subtle"
          className={styles.fold}
          aria-expanded={isUnfolded}
          onClick={() => setUnfoldedAt(isUnfolded ? undefined : path)}
        >
          {t.controls}
        </MenuButton>
      )}
      {isUnreachable && (
        <div className={styles.row}>
          <StateLabel look="failed">{t.noControls}</StateLabel>
          <Button size="small" onClick={() => void Promise.all([world.refetch(), scenarios.refetch()])}>
            {failure.tryAgain}
          </Button>
        </div>
      )}
      {!isUnreachable && (!narrow || isUnfolded) && (
        <>
          <div className={narrow ? styles.column : styles.row}>{controls}</div>
          {chosen && <ChosenScenario scenario={chosen} account={account} />}
        </>
      )}
      {world.data && !isUnreachable && (
        <AzureInterruption world={world.data} onReset={() => change.mutate({ type: 'reset' })} />
      )}
      {change.isError && <ProblemMessage error={change.error} onRetry={() => change.mutate(change.variables)} />}
      <DemoAnnouncer done={change.isSuccess ? change.variables : undefined} />
      {asksReset && (
        <ConfirmDialog
          title={t.reset.title}
          actions={[
            { label: t.reset.keep, onClick: keep },
            { label: t.reset.confirm, onClick: reset },
          ]}
          onDismiss={keep}
          isAlert
        >
          {t.reset.body}
        </ConfirmDialog>
      )}
    </div>
  )
}
