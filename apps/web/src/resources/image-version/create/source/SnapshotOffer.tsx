import { Button, ProgressBar } from '@fluentui/react-components'
import { snapshotVirtualMachine, type MachineSnapshots } from '@portal/portal-api'
import { useMutation, useQueries } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { call } from '../../../../api/portal-client.ts'
import { unfinishedSourceQuery } from '../../../../api/subscription-reads.ts'
import { useMakeStale } from '../../../../api/use-write.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Message } from '../../../../ui/Message.tsx'

interface SnapshotOfferProps {
  virtualMachineId: string
  /** Azure's own time, ISO 8601 */
  now: string
  onMade: (snapshots: MachineSnapshots) => void
}

/** Offers snapshots of a machine's disks as the source, and creates them. */
export function SnapshotOffer({ virtualMachineId, now, onMade }: SnapshotOfferProps) {
  const { snapshots: t } = useWizardTexts()
  const { list, number } = useFormats()
  const user = useSignedIn()
  const makeStale = useMakeStale()
  const making = useMutation({ mutationFn: () => call(snapshotVirtualMachine, { virtualMachineId, at: now }) })
  const ids = making.data === undefined ? [] : [making.data.osDiskId, ...making.data.dataDisks.map(({ id }) => id)]
  const snapshots = useQueries({
    queries: ids.map((id) => unfinishedSourceQuery(user, { id })),
  }).flatMap(({ data }) => data ?? [])
  const inState = (state: string) => snapshots.filter(({ provisioningState }) => provisioningState === state)
  const failed = inState('Failed')
  const finished = inState('Succeeded').length
  const isFinished = ids.length > 0 && finished === ids.length

  const choose = useEffectEvent(async () => {
    if (making.data === undefined) return
    await makeStale('snapshotsTaken')
    onMade(making.data)
  })
  useEffect(() => {
    if (isFinished) void choose()
  }, [isFinished])

  if (making.error !== null) return <ProblemMessage error={making.error} onRetry={() => making.mutate()} />
  const isMaking = making.isPending || (ids.length > 0 && failed.length === 0)
  return (
    <Message
      intent={failed.length > 0 ? 'error' : 'info'}
      title={t.title}
      actions={
        <Button appearance="primary" disabledFocusable={isMaking} onClick={() => making.mutate()}>
          {t.make}
        </Button>
      }
    >
      {failed.length > 0 ? t.failed(list(failed.map(({ name }) => name))) : t.offer(resourceLabel(virtualMachineId))}
      {isMaking && (
        <div role="status">
          {t.making(number(finished), number(ids.length))}
          <ProgressBar value={finished / Math.max(1, ids.length)} aria-label={t.make} />
        </div>
      )}
    </Message>
  )
}
