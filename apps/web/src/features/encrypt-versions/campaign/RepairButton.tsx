import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { getStoredImageVersion, startRegionRepair } from '@portal/portal-api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { campaignKey } from '../../../api/estate/campaign-queries.ts'
import { call } from '../../../api/portal-client.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useCampaignTexts } from '../../../i18n/campaign/use-campaign-texts.ts'
import { ProblemMessage } from '../../../parts/problem/ProblemMessage.tsx'
import { whenThereIsRoom } from './when-there-is-room.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface RepairButtonProps {
  campaignId: string
  imageVersionId: string
  /** short names of those that failed */
  regions: string[]
  /** of the version */
  name: string
}

/** Removes the failed regions of a new version and adds them again, each with its own sets. */
export function RepairButton({ campaignId, imageVersionId, regions, name }: RepairButtonProps) {
  const styles = useStyles()
  const t = useCampaignTexts().campaign
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const repair = useMutation({
    mutationFn: async () => {
      const { fingerprint } = await call(getStoredImageVersion, { id: imageVersionId })
      await whenThereIsRoom(() => call(startRegionRepair, { id: imageVersionId, regions, fingerprint }))
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: campaignKey(user, campaignId) }),
  })
  if (repair.isSuccess) return <Text className={styles.quiet}>{t.repairing}</Text>
  return (
    <>
      <Button
        size="small"
        aria-label={t.repairFor(name)}
        disabledFocusable={repair.isPending}
        onClick={() => repair.mutate()}
      >
        {t.repair}
      </Button>
      {repair.error !== null && <ProblemMessage error={repair.error} />}
    </>
  )
}
