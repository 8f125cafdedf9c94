import { Button, Text } from '@fluentui/react-components'
import { softDeleteIssues, type Gallery } from '@portal/gallery'
import { changeSoftDeletePolicy } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { softDeleteFactsQuery } from '../../../../api/gallery-reads.ts'
import { call } from '../../../../api/portal-client.ts'
import { useWrite } from '../../../../api/use-write.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { DecodedProblem } from '../../../../patterns/problem/DecodedProblem.tsx'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { Drawer } from '../../../../ui/dialog/Drawer.tsx'
import { SafeLink } from '../../../../ui/SafeLink.tsx'
import { useRecycleBinTexts } from '../../texts/use-recycle-bin-texts.ts'
import { SoftDeleteFields, type SoftDeleteDraft } from './SoftDeleteFields.tsx'
import { SoftDeleteNotes } from './SoftDeleteNotes.tsx'

const page = 'https://learn.microsoft.com/azure/virtual-machines/soft-delete-gallery'

/**
 * Turns a gallery's soft delete on or off and sets its periods; says who has permission, and if Azure does not support
 * it.
 */
export function SoftDeleteDrawer({ gallery, onClose }: { gallery: Gallery; onClose: () => void }) {
  const t = useRecycleBinTexts()
  const user = useSignedIn()
  const facts = useQuery(softDeleteFactsQuery(user, { id: gallery.id }))
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
  function submit() {
    if (issues.length === 0 && !isForbidden && !saving.isPending) saving.mutate()
  }
  return (
    <Drawer
      title={`${t.policy.title}: ${gallery.name}`}
      closeLabel={t.close}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={saving.isPending || facts.isPending || isForbidden}
          >
            {saving.isPending ? t.policy.saving : t.policy.save}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </>
      }
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
      {saving.isError && <DecodedProblem error={saving.error} />}
    </Drawer>
  )
}

// Anything but a number is invalid.
function daysOf(text: string): number {
  return /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN
}
