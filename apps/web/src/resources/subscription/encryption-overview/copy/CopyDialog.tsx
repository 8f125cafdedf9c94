import { Button, Checkbox, Field, makeStyles, Radio, RadioGroup, Text } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import type { Subscription } from '@portal/portal-api'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { galleriesQuery } from '../../../../api/gallery-reads.ts'
import { subscriptionsQuery } from '../../../../api/subscription-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { CloseButton, Dialog } from '../../../../ui/dialog/Dialog.tsx'
import { download } from '../../../../ui/download.ts'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { Quiet } from '../../../../ui/Quiet.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useCopyTexts } from '../../texts/copy-texts.ts'
import { CopyState } from './CopyState.tsx'
import { beginCopy, type CopyChoice, type CopyInProgress } from './take-copy.ts'
import { useCopy } from './use-copy.ts'

// What was read outlives the dialog, though not the tab: by account, because another one must not see it.
const ofThisTab = new Map<string, CopyInProgress>()

const useStyles = makeStyles({
  content: { minHeight: '300px' },
  list: { display: 'flex', flexDirection: 'column', maxHeight: '200px', overflowY: 'auto' },
})

/** Chooses what is copied, reads it page by page, and hands over the file. */
export function CopyDialog({ onClose }: { onClose: () => void }) {
  const styles = useStyles()
  const t = useCopyTexts()
  const user = useSignedIn()
  const subscriptions = useRead(subscriptionsQuery)
  const { key } = user.account
  const { copy, isReading, error, start, stop, discard } = useCopy({
    initial: ofThisTab.get(key),
    onRead: (read) => (read === undefined ? ofThisTab.delete(key) : ofThisTab.set(key, read)),
  })
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
      // A click outside would stop the reading.
      isAlert={copy !== undefined}
      onClose={onClose}
      className={styles.content}
      actions={
        <>
          {!isDone && isReading && <Button onClick={stop}>{t.stop}</Button>}
          {!isDone && !isReading && (
            <Button appearance="primary" disabledFocusable={subscriptions.data === undefined} onClick={take}>
              {copy === undefined ? t.start : t.goOn}
            </Button>
          )}
          {copy !== undefined && !isReading && <Button onClick={discard}>{t.another}</Button>}
          <CloseButton onClick={onClose} />
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
        <CopyState copy={copy} isReading={isReading} error={error} stopped={t.stopped} />
      )}
      {isDone && <CopyDownloads copy={copy} />}
      <Quiet size={200}>{t.never}</Quiet>
    </Dialog>
  )
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

function CopyDownloads({ copy: { pages, choice, pseudonyms } }: { copy: CopyInProgress }) {
  const t = useCopyTexts()
  const name = fileNameOf(choice)
  return (
    <Stack row="wrap" gap="S">
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
    </Stack>
  )
}

function fileNameOf({ isAnonymized }: Pick<CopyChoice, 'isAnonymized'>): string {
  return `azure-copy-${new Date().toISOString().slice(0, 10)}${isAnonymized ? '-anonymized' : ''}`
}
