import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { locksAgainst } from '@portal/gallery'
import { replaceVersion, type CampaignStatement, type RequestOf } from '@portal/portal-api'
import { useState, useEffect, useEffectEvent } from 'react'
import { call } from '../../../api/portal-client.ts'
import { useWrite } from '../../../api/use-write.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { ChangeDialog } from '../../../patterns/change/ChangeDialog.tsx'
import { whenThereIsRoom } from '../../../patterns/change/repeated-write.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { labelWithGallery } from '../../../patterns/resource/resource-label.ts'
import { Message } from '../../../ui/Message.tsx'
import { Quiet } from '../../../ui/Quiet.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { type ItemState, useCampaignTexts } from '../texts/campaign-texts.ts'
import type { ItemRow } from './item-rows.ts'
import type { ConfirmedCampaign } from './use-confirmed-campaign.ts'

type ReplacementAction = RequestOf<typeof replaceVersion>['action']

interface Replacement {
  action: ReplacementAction
  /** of a revocation */
  reason?: string
}

interface Wanted {
  items: number[]
  confirmation: string
  replacement: Replacement
}

/**
 * Replaces old versions one after the other. Where Azure is still at the first of two steps, the second one follows
 * when it has done that; the server reads which step is next, so nothing is lost if this page is closed in between.
 */
function useReplacements(id: string, rows: readonly ItemRow[], campaign: ConfirmedCampaign) {
  const [waiting, setWaiting] = useState<Wanted>()
  const replacements = useWrite('changeCampaign', {
    send: async ({ items, replacement, confirmation }: Wanted) => {
      for (const item of items) {
        const { state } = await whenThereIsRoom(() => call(replaceVersion, { id, item, confirmation, ...replacement }))
        setWaiting((before) => {
          const others = (before?.items ?? []).filter((each) => each !== item)
          const left = state === 'Waiting' ? [...others, item] : others
          return left.length > 0 ? { items: left, replacement, confirmation } : undefined
        })
      }
    },
    onError(error) {
      setWaiting(undefined)
      campaign.onError(error)
    },
  })
  const { isPending } = replacements
  const ready = isPending
    ? []
    : (waiting?.items ?? []).filter((item) => rows.some(({ index, state }) => index === item && state === 'Proven'))
  const goOn = useEffectEvent(() => {
    if (waiting !== undefined) replacements.mutate({ ...waiting, items: ready })
  })
  const isReady = ready.length > 0
  useEffect(() => {
    if (isReady) goOn()
  }, [isReady])
  return {
    replace: (wanted: Wanted) => replacements.mutate(wanted),
    isReplacing: isPending || waiting !== undefined,
    waiting: waiting?.items.length ?? 0,
    error: replacements.error,
  }
}

// What has been excluded can still be revoked, and then deleted.
const nextStates: Record<ReplacementAction, ItemState[]> = {
  exclude: ['Proven'],
  revoke: ['Proven', 'Replaced'],
  delete: ['Proven', 'Replaced', 'Revoked'],
}

const actions = replaceVersion.request.shape.action.options

interface ReplacePanelProps {
  campaignId: string
  rows: ItemRow[]
  campaign: ConfirmedCampaign
}

/** Replaces the old versions of those rows whose new version is proven, as the user chooses; locked ones stay. */
export function ReplacePanel({ campaignId, rows, campaign }: ReplacePanelProps) {
  const t = useCampaignTexts().replace
  const { number } = useFormats()
  const [action, setAction] = useState<ReplacementAction>('exclude')
  const [confirmation, setConfirmation] = useState<string>()
  const replacements = useReplacements(campaignId, rows, campaign)
  const states = nextStates[action]
  const due = rows.filter(({ state }) => states.includes(state))
  const ready = due.filter(
    ({ proof }) => locksAgainst(action === 'delete' ? 'deletion' : 'change', proof?.locks ?? []).length === 0,
  )
  const locked = due.length - ready.length
  const close = () => setConfirmation(undefined)
  const replace = () => {
    if (confirmation === undefined) return
    close()
    const replacement = action === 'revoke' ? { action, reason: t.reason } : { action }
    replacements.replace({ items: ready.map(({ index }) => index), replacement, confirmation })
  }
  return (
    <Section title={t.title} description={t.description}>
      <Field label={t.action}>
        <RadioGroup
          value={action}
          disabled={replacements.isReplacing}
          onChange={(_, { value }) => setAction(actions.find((each) => each === value) ?? 'exclude')}
        >
          {actions.map((each) => (
            <Radio key={each} value={each} label={t.actions[each]} />
          ))}
        </RadioGroup>
      </Field>
      <Stack row="wrap" gap="M" align="center">
        <Button
          disabledFocusable={ready.length === 0 || replacements.isReplacing}
          onClick={() => campaign.afterConfirmation(setConfirmation)}
        >
          {t.button(ready.length)}
        </Button>
        <Quiet role="status">
          {[
            ...(replacements.waiting > 0 ? [t.waiting(replacements.waiting)] : ready.length === 0 ? [t.none] : []),
            ...(locked > 0 ? [t.locked(number(locked))] : []),
          ].join(' · ')}
        </Quiet>
      </Stack>
      {replacements.error !== null && <ProblemMessage error={replacements.error} />}
      {confirmation !== undefined && (
        <ReplaceDialog
          action={action}
          versions={ready.map(({ item }) => labelWithGallery(item.predecessorId))}
          statement={campaign.statement.data}
          onConfirm={replace}
          onClose={close}
        />
      )}
    </Section>
  )
}

interface ReplaceDialogProps {
  action: ReplacementAction
  /** names of the old versions */
  versions: readonly string[]
  statement: CampaignStatement | undefined
  onConfirm: () => void
  onClose: () => void
}

/**
 * Asks before old versions are replaced: their names and, before they are deleted, their number to be typed. Where the
 * portal lets only a second person delete, it says so to the first one, or to everybody while Azure has no record of
 * who that is.
 */
function ReplaceDialog({ action, versions, statement, onConfirm, onClose }: ReplaceDialogProps) {
  const t = useCampaignTexts().replace
  const { needsSecondPerson = false, writes = [] } = statement ?? {}
  const isFirst = writes.some(({ isYou }) => isYou)
  const isPossible = action !== 'delete' || !needsSecondPerson || (writes.length > 0 && !isFirst)
  const count = versions.length
  return (
    <ChangeDialog
      title={t.dialog[action](count)}
      size="small"
      confirm={t.confirm[action]}
      onConfirm={onConfirm}
      isPossible={isPossible}
      deletes={
        action === 'delete' && { name: String(count), label: t.typeCount(count), mismatch: t.countMismatch(count) }
      }
      onClose={onClose}
    >
      {!isPossible && <Message intent="warning">{isFirst ? t.secondPerson : t.noRecord}</Message>}
      {t.body[action]}
      <VersionList names={versions} />
    </ChangeDialog>
  )
}

const useVersionListStyles = makeStyles({
  list: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    paddingLeft: tokens.spacingHorizontalL,
    maxHeight: '30vh',
    overflowY: 'auto',
  },
})

/** The names of the versions that a dialog is about. */
function VersionList({ names }: { names: readonly string[] }) {
  const styles = useVersionListStyles()
  const t = useCampaignTexts().replace
  return (
    // A list that scrolls is reached with the keyboard.
    <ul className={styles.list} tabIndex={0} aria-label={t.versions}>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )
}
