import { Button, makeStyles } from '@fluentui/react-components'
import { DocumentArrowUpRegular } from '@fluentui/react-icons'
import type { SavedWorld } from '@portal/portal-api'
import { useRef, useState } from 'react'
import type { Account } from '../../auth/authentication.ts'
import { ProblemMessage } from '../../patterns/problem/ProblemMessage.tsx'
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx'
import { Message } from '../../ui/Message.tsx'
import { longestWorld, worldFromText } from '../environments/stored-environments.ts'
import { useSavedWorldTexts } from '../texts/use-saved-world-texts.ts'
import { KeptWorlds } from './KeptWorlds.tsx'
import { SaveWorld } from './SaveWorld.tsx'
import { useSavedWorlds } from './use-saved-worlds.ts'

const useStyles = makeStyles({ file: { alignSelf: 'start' } })

/** What asks before it is done, because it replaces or removes something. */
type Asking = { type: 'open'; name: string; world: SavedWorld } | { type: 'discard'; name: string }

/** States of the simulated Azure under names: save one, go back to it, take it elsewhere as a file. */
export function SavedWorlds({ account }: { account: Account }) {
  const styles = useStyles()
  const t = useSavedWorldTexts()
  const { worlds, save, open, discard } = useSavedWorlds(account)
  const [asking, setAsking] = useState<Asking>()
  const [isNoWorld, setNoWorld] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  async function read(file: File) {
    open.reset()
    const world = file.size > longestWorld ? undefined : worldFromText(await file.text())
    setNoWorld(world === undefined)
    if (world !== undefined) setAsking({ type: 'open', name: file.name, world })
  }
  function confirm(asked: Asking) {
    setAsking(undefined)
    setNoWorld(false)
    if (asked.type === 'discard') discard.mutate(asked.name)
    else open.mutate(asked)
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={t.openFile}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file !== undefined) void read(file)
          target.value = '' // so that the same file can be chosen again
        }}
      />
      {isNoWorld && (
        <Message intent="error" politeness="assertive" title={t.noWorld.title}>
          {t.noWorld.body}
        </Message>
      )}
      {open.isSuccess && (
        <Message intent="success" title={t.opened(open.variables.name)}>
          {t.openedBody}
        </Message>
      )}
      {open.isError && <ProblemMessage error={open.error} meaning={t.refused} />}
      <SaveWorld save={save} names={worlds.data?.map(({ name }) => name) ?? []} />
      <KeptWorlds worlds={worlds} onAsk={setAsking} isBusy={open.isPending} />
      <Button
        size="small"
        className={styles.file}
        icon={<DocumentArrowUpRegular />}
        onClick={() => input.current?.click()}
      >
        {t.openFile}
      </Button>
      {asking && (
        <ConfirmDialog
          title={asking.type === 'open' ? t.asking.openTitle(asking.name) : t.asking.discardTitle(asking.name)}
          actions={[
            { label: asking.type === 'open' ? t.open : t.discard, onClick: () => confirm(asking) },
            { label: t.cancel, onClick: () => setAsking(undefined) },
          ]}
          onDismiss={() => setAsking(undefined)}
          isAlert
        >
          {asking.type === 'open' ? t.asking.openBody : t.asking.discardBody}
        </ConfirmDialog>
      )}
    </>
  )
}
