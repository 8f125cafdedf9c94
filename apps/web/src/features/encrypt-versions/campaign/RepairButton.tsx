import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { getStoredImageVersion, startRegionRepair } from '@portal/portal-api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { campaignKey } from '../../../api/estate/campaign-queries.ts'
import { call } from '../../../api/portal-client.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useCodeText } from '../../../i18n/answers/use-code-text.ts'
import { useCampaignTexts } from '../../../i18n/campaign/use-campaign-texts.ts'
import { failureOf } from '../../../parts/problem/failure.ts'
import { ProblemMessage } from '../../../parts/problem/ProblemMessage.tsx'
import { Message } from '../../../ui/Message.tsx'
import type { ConfirmedCampaign } from './use-confirmed-campaign.ts'
import { whenThereIsRoom } from './when-there-is-room.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface RepairButtonProps {
  campaignId: string
  campaign: ConfirmedCampaign
  imageVersionId: string
  /** short names of those that failed */
  regions: string[]
  /** of the version */
  name: string
}

/** Removes the failed regions of a new version and adds them again, each with its own sets. */
export function RepairButton({ campaignId, campaign, imageVersionId, regions, name }: RepairButtonProps) {
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
        onClick={() => campaign.afterConfirmation(() => repair.mutate())}
      >
        {t.repair}
      </Button>
      {repair.error !== null && <Failure error={repair.error} />}
    </>
  )
}

/** What keeps a region from being added again, by the rules; otherwise what Azure or the portal says. */
function Failure({ error }: { error: unknown }) {
  const codeText = useCodeText()
  const issues = failureOf(error).problem?.issues ?? []
  return issues.length === 0 ? (
    <ProblemMessage error={error} />
  ) : (
    <Message intent="error">{issues.map(codeText).join(' ')}</Message>
  )
}
