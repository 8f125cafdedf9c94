import { Button, Text } from '@fluentui/react-components'
import type { VaultRepair } from '@portal/disk-encryption'
import { repairKeyVault, resourceNameOf, tryParseResourceId } from '@portal/portal-api'
import { useEffect, useRef, useState } from 'react'
import { keyVaultPermissionsQuery } from '../../api/disk-encryption-set-reads.ts'
import { call } from '../../api/portal-client.ts'
import { useRead } from '../../api/use-read.ts'
import { useWrite } from '../../api/use-write.ts'
import { shows } from '../../ui/shows.ts'
import { Stack } from '../../ui/Stack.tsx'
import { RequestText } from '../change/RequestText.tsx'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'

/** Fixes a key vault with one button, or says whom to ask. If the permissions are unknown, Azure decides. */
export function VaultRepairAction({ repair, onMended }: { repair: VaultRepair; onMended: () => void }) {
  const t = useWizardTexts().readiness
  const [asks, ask] = useState(false)
  const question = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asks) question.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [asks])
  const permissions = useRead(keyVaultPermissionsQuery, { vaultId: repair.vaultId })
  const mending = useWrite('repairKeyVault', { send: () => call(repairKeyVault, repair), onDone: onMended })
  if (permissions.data?.[repair.action] === 'forbidden') return <VaultRepairRequest repair={repair} />
  const isForGood = repair.action === 'enablePurgeProtection'
  const isBusy = permissions.isPending || mending.isPending
  const vault = tryParseResourceId(repair.vaultId)
  return (
    <Stack gap="S" align="start">
      {asks ? (
        // In the place of the button: what can't be undone takes two presses.
        <Stack ref={question} row="wrap" gap="S" align="center" role="group" aria-label={t.repairs[repair.action]}>
          <Text title={t.forGood}>{t.turnOnFor(vault === undefined ? repair.vaultId : resourceNameOf(vault))}</Text>
          <Button
            appearance="primary"
            disabledFocusable={isBusy}
            onClick={() => mending.mutate()}
            {...shows(`repair-${repair.action}`)}
          >
            {t.turnOn}
          </Button>
          <Button onClick={() => ask(false)}>{t.cancel}</Button>
        </Stack>
      ) : (
        <Button
          appearance="primary"
          disabledFocusable={isBusy}
          onClick={() => (isForGood ? ask(true) : mending.mutate())}
          {...shows(`repair-${repair.action}`)}
        >
          {t.repairs[repair.action]}
        </Button>
      )}
      {mending.error !== null && <ProblemMessage error={mending.error} />}
    </Stack>
  )
}

/** A request to send to someone with permission for a fix that the user can't make. */
function VaultRepairRequest({ repair }: { repair: VaultRepair }) {
  const t = useWizardTexts().readiness
  const request = t.requests[repair.action]({
    vaultId: repair.vaultId,
    setId: repair.action === 'grantKeyAccess' ? repair.diskEncryptionSetId : '',
  })
  return <RequestText intro={t.requestIntro} request={request} />
}
