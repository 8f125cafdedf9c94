import { Text, makeStyles, tokens, Checkbox, Field, Input } from '@fluentui/react-components'
import { softDeleteIssues, type Gallery, type SoftDeleteIssue } from '@portal/gallery'
import { changeSoftDeletePolicy, type SoftDeleteFacts } from '@portal/portal-api'
import { useState } from 'react'
import { softDeleteFactsQuery } from '../../../../api/gallery-reads.ts'
import { call } from '../../../../api/portal-client.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useWrite } from '../../../../api/use-write.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { ChangeDrawer } from '../../../../patterns/change/ChangeDialog.tsx'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { SafeLink } from '../../../../ui/SafeLink.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useRecycleBinTexts } from '../../texts/recycle-bin-texts.ts'

const page = 'https://learn.microsoft.com/azure/virtual-machines/soft-delete-gallery'

/**
 * Turns a gallery's soft delete on or off and sets its periods; says who has permission, and if Azure does not support
 * it.
 */
export function SoftDeleteDrawer({ gallery, onClose }: { gallery: Gallery; onClose: () => void }) {
  const t = useRecycleBinTexts()
  const user = useSignedIn()
  const facts = useRead(softDeleteFactsQuery, { id: gallery.id })
  const { softDeletePolicy: before } = gallery
  const isOn = before?.isSoftDeleteEnabled ?? false
  const [draft, setDraft] = useState<SoftDeleteDraft>({
    isSoftDeleteEnabled: isOn,
    retentionPeriodInDays: String(before?.retentionPeriodInDays ?? 7),
    gracePeriodInDays: String(before?.gracePeriodInDays ?? 0),
  })
  const policy = {
    isSoftDeleteEnabled: draft.isSoftDeleteEnabled,
    retentionPeriodInDays: daysOf(draft.retentionPeriodInDays),
    gracePeriodInDays: daysOf(draft.gracePeriodInDays),
  }
  const inOtherRegions = facts.data?.inOtherRegions ?? []
  const issues = softDeleteIssues(policy, { cloud: user.configuration.cloud.name, isOn, inOtherRegions })
  const isTurnedOn = draft.isSoftDeleteEnabled && !isOn
  const isForbidden = facts.data?.mayChange === 'forbidden' || (isTurnedOn && facts.data?.mayTurnOn === 'forbidden')
  const saving = useWrite('changeGallery', {
    send: () => call(changeSoftDeletePolicy, { id: gallery.id, policy }),
    onFresh: onClose,
  })
  function save() {
    if (issues.length === 0) saving.mutate()
  }
  return (
    <ChangeDrawer
      title={`${t.policy.title}: ${gallery.name}`}
      confirm={t.policy.save}
      onConfirm={facts.isPending || isForbidden ? undefined : save}
      write={saving}
      onClose={onClose}
    >
      <Text>{t.policy.intro}</Text>
      <SafeLink href={page}>{t.policy.learnMore}</SafeLink>
      {facts.isError && <ProblemMessage error={facts.error} onRetry={() => void facts.refetch()} />}
      <SoftDeleteFields
        draft={draft}
        issues={issues}
        inOtherRegions={inOtherRegions}
        onEdit={(edited) => {
          setDraft({ ...draft, ...edited })
          saving.reset()
        }}
      />
      <SoftDeleteNotes facts={facts.data} isOn={isOn} isTurnedOn={isTurnedOn} isWanted={draft.isSoftDeleteEnabled} />
    </ChangeDrawer>
  )
}

// Anything but a number is invalid.
function daysOf(text: string): number {
  return /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN
}

const useStyles = makeStyles({
  body: { whiteSpace: 'normal', paddingTop: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalXS },
})

interface SoftDeleteNotesProps {
  /** undefined until they are read */
  facts: SoftDeleteFacts | undefined
  isOn: boolean
  /** it is off and will be turned on */
  isTurnedOn: boolean
  isWanted: boolean
}

/** Who can turn soft delete on, what it excludes, and what turning it off means. */
function SoftDeleteNotes({ facts, isOn, isTurnedOn, isWanted }: SoftDeleteNotesProps) {
  const t = useRecycleBinTexts().policy
  const { list } = useFormats()
  const scaleSets = facts?.flexibleScaleSets ?? []
  if (facts?.mayChange === 'forbidden') return <Note intent="error">{t.mayNotChange}</Note>
  if (isTurnedOn && facts?.mayTurnOn === 'forbidden') return <Note intent="error">{t.mayNotTurnOn}</Note>
  if (isOn && !isWanted) return <Note intent="warning">{t.turningOff}</Note>
  return (
    <>
      {isTurnedOn && <Text>{t.needs}</Text>}
      {isWanted &&
        (scaleSets.length > 0 ? (
          <Note intent="warning">{t.scaleSets(list(scaleSets))}</Note>
        ) : (
          <Text>{t.scaleSetsElsewhere}</Text>
        ))}
    </>
  )
}

function Note({ intent, children }: { intent: 'error' | 'warning'; children: string }) {
  const styles = useStyles()
  return (
    <Message intent={intent} body={{ className: styles.body }}>
      {children}
    </Message>
  )
}

const useSoftDeleteFieldsStyles = makeStyles({ days: { maxWidth: '240px' } })

/** The policy during input. */
interface SoftDeleteDraft {
  isSoftDeleteEnabled: boolean
  retentionPeriodInDays: string
  gracePeriodInDays: string
}

interface SoftDeleteFieldsProps {
  draft: SoftDeleteDraft
  issues: SoftDeleteIssue[]
  inOtherRegions: string[]
  onEdit: (edited: Partial<SoftDeleteDraft>) => void
}

/** Whether soft delete is on, and for how long; the periods while it is. */
function SoftDeleteFields({ draft, issues, inOtherRegions, onEdit }: SoftDeleteFieldsProps) {
  const styles = useSoftDeleteFieldsStyles()
  const t = useRecycleBinTexts().policy
  const { list } = useFormats()
  const messageAt = (field: SoftDeleteIssue['field']) => {
    const issue = issues.find((one) => one.field === field)
    if (issue === undefined) return {}
    return {
      validationMessage:
        issue.code === 'InOtherRegions' ? t.inOtherRegions(list(inOtherRegions)) : t.issues[issue.code],
    }
  }
  return (
    <Stack gap="L">
      <Field {...messageAt('isSoftDeleteEnabled')}>
        <Checkbox
          label={t.enable}
          checked={draft.isSoftDeleteEnabled}
          onChange={(_, { checked }) => onEdit({ isSoftDeleteEnabled: checked === true })}
        />
      </Field>
      {draft.isSoftDeleteEnabled &&
        (['retention', 'grace'] as const).map((period) => (
          <Field
            key={period}
            label={t[period]}
            hint={t[`${period}Hint`]}
            required
            {...messageAt(`${period}PeriodInDays`)}
          >
            <Input
              className={styles.days}
              inputMode="numeric"
              autoComplete="off"
              maxLength={5}
              value={draft[`${period}PeriodInDays`]}
              onChange={(_, { value }) => onEdit({ [`${period}PeriodInDays`]: value })}
            />
          </Field>
        ))}
    </Stack>
  )
}
