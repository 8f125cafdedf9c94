import { Button, makeStyles, Field, Input, tokens, Text } from '@fluentui/react-components'
import { DocumentArrowUpRegular, SaveRegular, ArrowDownloadRegular, DeleteRegular } from '@fluentui/react-icons'
import { type SavedWorld, openDemoCopy, openDemoWorld, saveDemoWorld } from '@portal/portal-api'
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { demoQuery } from '../../api/account-reads.ts'
import { call } from '../../api/portal-client.ts'
import { signIn, type Account } from '../../auth/authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { ProblemMessage } from '../../patterns/problem/ProblemMessage.tsx'
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx'
import { download } from '../../ui/download.ts'
import { FileInput } from '../../ui/FileInput.tsx'
import { Message } from '../../ui/Message.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { Stack } from '../../ui/Stack.tsx'
import {
  isCopy,
  longestWorld,
  worldFromText,
  discardWorld,
  storeWorld,
  storedWorlds,
  longestWorldName,
  type StoredWorld,
} from '../saved-worlds/stored-worlds.ts'
import { useSavedWorldTexts } from '../texts/saved-worlds-texts.ts'

const useStyles = makeStyles({ file: { alignSelf: 'start' } })

/** What asks before it is done, because it replaces or removes something. */
type Asking =
  | { type: 'open'; name: string; world: SavedWorld }
  | { type: 'copy'; name: string; text: string }
  | { type: 'discard'; name: string }

/** States of the simulated Azure under names: save one, go back to it, take it elsewhere as a file. */
export function SavedWorlds({ account }: { account: Account }) {
  const styles = useStyles()
  const t = useSavedWorldTexts()
  const { worlds, save, open, openCopy, discard } = useSavedWorlds(account)
  const [asking, setAsking] = useState<Asking>()
  const [refused, setRefused] = useState<'noWorld' | 'largeCopy'>()
  const input = useRef<HTMLInputElement>(null)

  async function read(file: File) {
    open.reset()
    openCopy.reset()
    const isLarge = file.size > longestWorld
    const text = await (isLarge ? file.slice(0, 100) : file).text()
    const world = isLarge ? undefined : worldFromText(text)
    setRefused(isCopy(text) ? (isLarge ? 'largeCopy' : undefined) : world === undefined ? 'noWorld' : undefined)
    if (isCopy(text) && !isLarge) setAsking({ type: 'copy', name: file.name, text })
    else if (world !== undefined) setAsking({ type: 'open', name: file.name, world })
  }
  function confirm(asked: Asking) {
    setAsking(undefined)
    setRefused(undefined)
    if (asked.type === 'discard') discard.mutate(asked.name)
    else if (asked.type === 'copy') openCopy.mutate(asked.text)
    else open.mutate(asked)
  }
  return (
    <>
      <FileInput
        ref={input}
        accept=".json,.ndjson,application/json"
        label={t.openFile}
        onFile={(file) => void read(file)}
      />
      {refused && (
        <Message intent="error" politeness="assertive" title={t[refused].title}>
          {t[refused].body}
        </Message>
      )}
      {open.isSuccess && (
        <Message intent="success" title={t.opened(open.variables.name)}>
          {t.openedBody}
        </Message>
      )}
      {open.isError && <ProblemMessage error={open.error} meaning={t.refused} />}
      {openCopy.isError && <ProblemMessage error={openCopy.error} meaning={t.copyRefused} />}
      <SaveWorld save={save} names={worlds.data?.map(({ name }) => name) ?? []} />
      <StoredWorlds worlds={worlds} onAsk={setAsking} isBusy={open.isPending || openCopy.isPending} />
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
          title={asking.type === 'discard' ? t.asking.discardTitle(asking.name) : t.asking.openTitle(asking.name)}
          actions={[
            { label: asking.type === 'discard' ? t.discard : t.open, onClick: () => confirm(asking) },
            { label: t.cancel, onClick: () => setAsking(undefined) },
          ]}
          onDismiss={() => setAsking(undefined)}
          isAlert
        >
          {{ open: t.asking.openBody, copy: t.asking.copyBody, discard: t.asking.discardBody }[asking.type]}
        </ConfirmDialog>
      )}
    </>
  )
}

const queryKey = ['saved-worlds']

/** The saved worlds of this browser, and the ways to save, open and discard one. */
function useSavedWorlds(account: Account) {
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries({ queryKey })
  const worlds = useQuery({ queryKey, queryFn: storedWorlds, networkMode: 'always' })
  const save = useMutation({
    mutationFn: async (name: string) => {
      const world = await call(saveDemoWorld, {})
      await storeWorld({ name, savedAt: new Date().toISOString(), world })
    },
    onSuccess: refresh,
  })
  const open = useMutation({
    mutationFn: ({ world }: { name: string; world: SavedWorld }) =>
      call(openDemoWorld, { file: JSON.stringify(world) }),
    onSuccess: async (changed) => {
      queryClient.setQueryData(demoQuery({ account }).queryKey, changed)
      // The content of any page might have changed.
      await queryClient.invalidateQueries()
    },
  })
  const openCopy = useMutation({
    mutationFn: (file: string) => call(openDemoCopy, { file }),
    // Nobody who was signed in is in the copy; its first person took it.
    onSuccess: async ({ people: [first] }) => first && signIn({ loginHint: first.userPrincipalName }),
  })
  const discard = useMutation({ mutationFn: discardWorld, networkMode: 'always', onSuccess: refresh })
  return { worlds, save, open, openCopy, discard }
}

const useSaveWorldStyles = makeStyles({
  // Below it where both are wider than the window, as at 400 %.
  line: { display: 'flex', flexWrap: 'wrap', rowGap: tokens.spacingVerticalS, columnGap: tokens.spacingHorizontalM },
  name: { flexBasis: '200px', flexGrow: 1, maxWidth: '360px', minWidth: 0 },
  save: { flexShrink: 0 },
})

interface SaveWorldProps {
  save: UseMutationResult<void, Error, string>
  /** of those that are there: one of the same name is replaced */
  names: string[]
}

/** Saves the state of now under a name. */
function SaveWorld({ save, names }: SaveWorldProps) {
  const styles = useSaveWorldStyles()
  const t = useSavedWorldTexts()
  const [typed, setTyped] = useState('')
  const [asksForName, setAsksForName] = useState(false)
  const name = typed.trim()
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setAsksForName(name === '')
          if (name !== '' && !save.isPending) save.mutate(name, { onSuccess: () => setTyped('') })
        }}
      >
        <Field
          label={t.name}
          hint={names.includes(name) ? t.replaces : t.nameHint}
          validationState={asksForName && name === '' ? 'error' : 'none'}
          validationMessage={asksForName && name === '' ? t.nameMissing : null}
        >
          {(field) => (
            <div className={styles.line}>
              <Input
                {...field}
                className={styles.name}
                value={typed}
                maxLength={longestWorldName}
                autoComplete="off"
                onChange={(_, { value }) => setTyped(value)}
              />
              <Button type="submit" className={styles.save} icon={<SaveRegular />} disabledFocusable={save.isPending}>
                {t.save}
              </Button>
            </div>
          )}
        </Field>
      </form>
      {save.isError && <ProblemMessage error={save.error} />}
    </>
  )
}

const useStoredWorldsStyles = makeStyles({
  kept: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  name: { flexGrow: 1, display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
})

interface StoredWorldsProps {
  worlds: UseQueryResult<StoredWorld[]>
  onAsk: (asking: ({ type: 'open' } & StoredWorld) | { type: 'discard'; name: string }) => void
  /** one is being opened */
  isBusy: boolean
}

/** The states of the simulated Azure that were saved in this browser, with what can be done with each. */
function StoredWorlds({ worlds, onAsk, isBusy }: StoredWorldsProps) {
  const styles = useStoredWorldsStyles()
  const { dateTime } = useFormats()
  const t = useSavedWorldTexts()
  if (worlds.isError) return <Message intent="warning">{t.notStored}</Message>
  return (
    <Stack as="ul" gap="S" aria-label={t.title}>
      {worlds.data?.map((kept) => (
        <li key={kept.name} className={styles.kept}>
          <span className={styles.name}>
            <Text weight="semibold">{kept.name}</Text>
            <Quiet size={200}>{t.azureTime(dateTime(new Date(kept.world.clock.now).toISOString()))}</Quiet>
          </span>
          <Button
            size="small"
            aria-label={t.openNamed(kept.name)}
            disabledFocusable={isBusy}
            onClick={() => onAsk({ type: 'open', ...kept })}
          >
            {t.open}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowDownloadRegular />}
            aria-label={t.downloadNamed(kept.name)}
            title={t.downloadNamed(kept.name)}
            onClick={() => download(fileNameOf(kept.name), JSON.stringify(kept.world), 'application/json')}
          />
          <Button
            size="small"
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={t.discardNamed(kept.name)}
            title={t.discardNamed(kept.name)}
            onClick={() => onAsk({ type: 'discard', name: kept.name })}
          />
        </li>
      ))}
    </Stack>
  )
}

// Whatever the name is, a file can have it everywhere.
function fileNameOf(name: string): string {
  return `${
    name
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')
      .replaceAll(/^-+|-+$/g, '') || 'world'
  }.world.json`
}
