import {
  Button,
  Checkbox,
  Field,
  makeStyles,
  ProgressBar,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import type { Subscription } from '@portal/portal-api'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { directoriesQuery } from '../../../../api/account-reads.ts'
import { galleriesQuery } from '../../../../api/gallery-reads.ts'
import { subscriptionsQuery } from '../../../../api/subscription-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { Dialog } from '../../../../ui/dialog/Dialog.tsx'
import { download } from '../../../../ui/download.ts'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { useCopyTexts } from '../../texts/copy-texts.ts'
import { beginCopy, readNextOfCopy, shareOfCopy, type CopyChoice, type CopyInProgress } from './take-copy.ts'

const useStyles = makeStyles({
  content: { minHeight: '300px' },
  list: { display: 'flex', flexDirection: 'column', maxHeight: '200px', overflowY: 'auto' },
  quiet: { color: tokens.colorNeutralForeground3 },
  unread: { margin: 0, paddingLeft: '20px' },
})

/** Chooses what is copied, reads it page by page, and hands over the file. */
export function CopyDialog({ onClose }: { onClose: () => void }) {
  const styles = useStyles()
  const t = useCopyTexts()
  const user = useSignedIn()
  const subscriptions = useQuery(subscriptionsQuery(user))
  const { copy, isReading, error, start, stop } = useCopy()
  const [chosen, setChosen] = useState<ReadonlySet<string>>()
  const [galleryIds, setGalleryIds] = useState<ReadonlySet<string>>()
  const [isAnonymized, setAnonymized] = useState(false)
  const [asksForChoice, setAsksForChoice] = useState(false)
  const all = subscriptions.data ?? []
  const selected = chosen === undefined ? all : all.filter(({ subscriptionId }) => chosen.has(subscriptionId))
  const fault = selected.length === 0 ? 'subscriptions' : galleryIds?.size === 0 ? 'galleries' : undefined

  function take() {
    if (copy !== undefined) return start(copy)
    setAsksForChoice(fault !== undefined)
    if (fault === undefined)
      start(beginCopy({ subscriptions: selected, galleryIds: galleryIds && [...galleryIds], isAnonymized }))
  }
  const isDone = copy?.part === 'done'
  return (
    <Dialog
      title={t.title}
      size="medium"
      // What was read would be gone.
      isAlert={copy !== undefined}
      onClose={onClose}
      className={styles.content}
      actions={
        <>
          {isDone && <CopyDownloads copy={copy} />}
          {!isDone && isReading && <Button onClick={stop}>{t.stop}</Button>}
          {!isDone && !isReading && (
            <Button appearance="primary" disabledFocusable={subscriptions.data === undefined} onClick={take}>
              {copy === undefined ? t.start : t.goOn}
            </Button>
          )}
          <Button onClick={onClose}>{t.close}</Button>
        </>
      }
    >
      {copy === undefined ? (
        <>
          <Text>{t.intro}</Text>
          {subscriptions.isError && (
            <ProblemMessage error={subscriptions.error} onRetry={() => void subscriptions.refetch()} />
          )}
          {subscriptions.isPending && <LoadingRows rows={3} height={32} />}
          {subscriptions.data && (
            <Checks
              label={t.subscriptions}
              options={all.map(({ subscriptionId, displayName }) => ({ id: subscriptionId, label: displayName }))}
              chosen={new Set(selected.map(({ subscriptionId }) => subscriptionId))}
              error={asksForChoice && fault === 'subscriptions' ? t.chooseSubscription : undefined}
              onChoose={setChosen}
            />
          )}
          <GalleryChoice
            subscriptions={selected}
            chosen={galleryIds}
            error={asksForChoice && fault === 'galleries' ? t.chooseGallery : undefined}
            onChoose={setGalleryIds}
          />
          <Field hint={t.anonymizeHint}>
            <Checkbox
              label={t.anonymize}
              checked={isAnonymized}
              onChange={(_, { checked }) => setAnonymized(checked === true)}
            />
          </Field>
        </>
      ) : (
        <CopyState copy={copy} isReading={isReading} error={error} />
      )}
      <Text size={200} className={styles.quiet}>
        {t.never}
      </Text>
    </Dialog>
  )
}

/** A copy that is read until it is done, stopped, or fails; it goes on from where it was. */
function useCopy() {
  const { account } = useSignedIn()
  const directories = useQuery(directoriesQuery({ account })).data
  const [copy, setCopy] = useState<CopyInProgress>()
  const [error, setError] = useState<Error>()
  const [isReading, setReading] = useState(false)
  const reading = useRef<AbortController>(undefined)
  useEffect(() => () => reading.current?.abort(), [])

  async function read(from: CopyInProgress, signal: AbortSignal) {
    const own = directories?.find(({ tenantId }) => tenantId === account.tenantId)
    const [displayName, defaultDomain] = [own?.displayName, own?.defaultDomain]
    const isKnown = displayName !== undefined && defaultDomain !== undefined
    const taker = { account, directory: isKnown ? { displayName, defaultDomain } : undefined }
    let current = from
    while (current.part !== 'done') {
      current = await readNextOfCopy(current, taker, signal)
      signal.throwIfAborted()
      setCopy(current)
    }
  }
  function start(from: CopyInProgress) {
    const { signal } = (reading.current = new AbortController())
    setCopy(from)
    setError(undefined)
    setReading(true)
    read(from, signal)
      .catch((failure: unknown) => {
        if (!signal.aborted) setError(failure instanceof Error ? failure : new Error(String(failure)))
      })
      .finally(() => setReading(false))
  }
  return { copy, isReading, error, start, stop: () => reading.current?.abort() }
}

interface ChecksProps {
  label: string
  options: { id: string; label: string }[]
  chosen: ReadonlySet<string>
  error: string | undefined
  onChoose: (chosen: ReadonlySet<string>) => void
}

function Checks({ label, options, chosen, error, onChoose }: ChecksProps) {
  const styles = useStyles()
  return (
    <Field label={label} validationMessage={error ?? null} validationState={error === undefined ? 'none' : 'error'}>
      <div role="group" className={styles.list}>
        {options.map((option) => (
          <Checkbox
            key={option.id}
            label={option.label}
            checked={chosen.has(option.id)}
            onChange={(_, { checked }) =>
              onChoose(
                new Set(checked === true ? [...chosen, option.id] : [...chosen].filter((id) => id !== option.id)),
              )
            }
          />
        ))}
      </div>
    </Field>
  )
}

interface GalleryChoiceProps extends Pick<ChecksProps, 'error'> {
  subscriptions: readonly Subscription[]
  /** undefined: all of them */
  chosen: ReadonlySet<string> | undefined
  onChoose: (chosen: ReadonlySet<string> | undefined) => void
}

function GalleryChoice({ subscriptions, chosen, error, onChoose }: GalleryChoiceProps) {
  const t = useCopyTexts()
  const user = useSignedIn()
  const lists = useQueries({
    queries: subscriptions.map(({ subscriptionId }) => ({
      ...galleriesQuery(user, { subscriptionId }),
      enabled: chosen !== undefined,
    })),
  })
  const galleries = lists.flatMap(({ data }) => data ?? [])
  const isReading = chosen !== undefined && lists.some(({ isPending }) => isPending)
  return (
    <>
      <Field label={t.galleries}>
        <RadioGroup
          layout="horizontal"
          value={chosen === undefined ? 'all' : 'chosen'}
          onChange={(_, { value }) => onChoose(value === 'all' ? undefined : new Set())}
        >
          <Radio value="all" label={t.allGalleries} />
          <Radio value="chosen" label={t.chosenGalleries} />
        </RadioGroup>
      </Field>
      {isReading && <LoadingRows rows={2} height={32} />}
      {lists.map(({ error: failure }, index) =>
        failure === null ? null : <ProblemMessage key={subscriptions[index]?.subscriptionId} error={failure} />,
      )}
      {chosen !== undefined && !isReading && galleries.length === 0 && <Text>{t.noGalleries}</Text>}
      {/* All at once: a list that comes later would move the others. */}
      {chosen !== undefined && !isReading && galleries.length > 0 && (
        <Checks
          label={t.chosenGalleries}
          options={galleries.map(({ id, name }) => ({ id, label: name }))}
          chosen={chosen}
          error={error}
          onChoose={onChoose}
        />
      )}
    </>
  )
}

/** What has been read, and what could not be. */
function CopyState({ copy, isReading, error }: { copy: CopyInProgress; isReading: boolean; error: Error | undefined }) {
  const styles = useStyles()
  const t = useCopyTexts()
  const { number } = useFormats()
  const size = t.megabytes(number(Math.ceil(copy.bytes / 100_000) / 10))
  const { part } = copy
  const unread = (['keys', 'states', 'locks', 'roleAssignments'] as const).flatMap((what) => {
    const count = copy.unread.get(what)
    return count === undefined ? [] : [t.unread[what](number(count))]
  })
  return (
    <>
      {part === 'done' ? (
        <Message intent="success" title={t.done}>
          {t.doneBody(number(copy.lines), size)}
        </Message>
      ) : (
        <Field
          label={t.progress(t.parts[part], number(copy.skip), number(copy.total))}
          hint={t.readSoFar(number(copy.lines), size)}
        >
          <ProgressBar value={shareOfCopy(copy)} />
        </Field>
      )}
      {part !== 'done' && !isReading && <Message intent="warning">{error ? t.interrupted : t.stopped}</Message>}
      {error && <ProblemMessage error={error} />}
      {unread.length > 0 && (
        <Message intent="warning" title={t.unreadTitle}>
          <ul className={styles.unread}>
            {unread.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Message>
      )}
    </>
  )
}

function CopyDownloads({ copy: { pages, choice, pseudonyms } }: { copy: CopyInProgress }) {
  const t = useCopyTexts()
  const name = fileNameOf(choice)
  return (
    <>
      <Button
        appearance="primary"
        icon={<ArrowDownloadRegular />}
        onClick={() => download(`${name}.ndjson`, pages, 'application/x-ndjson')}
      >
        {t.download}
      </Button>
      {pseudonyms && (
        <Button
          icon={<ArrowDownloadRegular />}
          onClick={() => download(`${name}.names.json`, pseudonyms.map(), 'application/json')}
        >
          {t.downloadNames}
        </Button>
      )}
    </>
  )
}

function fileNameOf({ isAnonymized }: Pick<CopyChoice, 'isAnonymized'>): string {
  return `azure-copy-${new Date().toISOString().slice(0, 10)}${isAnonymized ? '-anonymized' : ''}`
}
