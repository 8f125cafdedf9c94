import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { VaultRepair } from '@portal/image-version'
import { repairKeyVault } from '@portal/portal-api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/portal-client.ts'
import { keyVaultPermissionsQuery, setReadingsKey } from '../../api/queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useWizardTexts } from '../../i18n/image-versions/use-wizard-texts.ts'
import { shows } from '../../ui/marks/shows.ts'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'
import { RepairRequest } from './RepairRequest.tsx'

const useStyles = makeStyles({
  action: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: tokens.spacingVerticalS },
  hint: { color: tokens.colorNeutralForeground3 },
})

interface VaultRepairActionProps {
  repair: VaultRepair
  onMended: () => void
}

/** Fixes a key vault with one button, or says whom to ask. If the permissions are unknown, Azure decides. */
export function VaultRepairAction({ repair, onMended }: VaultRepairActionProps) {
  const styles = useStyles()
  const t = useWizardTexts().readiness
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const permissions = useQuery(keyVaultPermissionsQuery(user, repair.vaultId))
  const mending = useMutation({
    mutationFn: () => call(repairKeyVault, repair),
    onSuccess: async () => {
      onMended()
      await queryClient.invalidateQueries({ queryKey: setReadingsKey(user) })
    },
  })
  if (permissions.data?.[repair.action] === 'forbidden') return <RepairRequest repair={repair} />
  return (
    <div className={styles.action}>
      <Button
        appearance="primary"
        disabledFocusable={permissions.isPending || mending.isPending}
        onClick={() => mending.mutate()}
        {...shows(`repair-${repair.action}`)}
      >
        {t.repairs[repair.action]}
      </Button>
      {repair.action === 'enablePurgeProtection' && (
        <Text size={200} className={styles.hint}>
          {t.forGood}
        </Text>
      )}
      {mending.error !== null && <ProblemMessage error={mending.error} />}
    </div>
  )
}
