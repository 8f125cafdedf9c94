import { makeStyles, tokens } from '@fluentui/react-components'
import type { CampaignAnswer } from '@portal/portal-api'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { ConfirmDialog } from '../../../ui/dialog/ConfirmDialog.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { useCampaignTexts } from '../texts/use-campaign-texts.ts'
import { StatementFacts } from './StatementFacts.tsx'
import type { ConfirmedCampaign } from './use-confirmed-campaign.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
})

/** Asks before a campaign is continued that was not planned in this tab, with all that it asks for. */
export function ConfirmRun({ answer, campaign }: { answer: CampaignAnswer; campaign: ConfirmedCampaign }) {
  const styles = useStyles()
  const t = useCampaignTexts().statement
  const { data, error, refetch } = campaign.statement
  return (
    <ConfirmDialog
      title={t.ask}
      onDismiss={campaign.dismiss}
      actions={[
        { label: t.confirm, onClick: () => void campaign.confirm(), isDisabled: data === undefined },
        { label: t.cancel, onClick: campaign.dismiss },
      ]}
    >
      <div className={styles.content}>
        <span>{t.intro}</span>
        {error !== null && <ProblemMessage error={error} onRetry={() => void refetch()} />}
        {data !== undefined ? (
          <StatementFacts answer={answer} statement={data} />
        ) : (
          error === null && <LoadingRows rows={4} height={32} />
        )}
      </div>
    </ConfirmDialog>
  )
}
