import { Button, Field, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular, PrintRegular } from '@fluentui/react-icons'
import { advanceDemoClock, changeDemoKey } from '@portal/portal-api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { demoQuery, rehearsalQuery } from '../../api/account-reads.ts'
import { call } from '../../api/portal-client.ts'
import type { Account } from '../../auth/authentication.ts'
import { ProblemMessage } from '../../patterns/problem/ProblemMessage.tsx'
import { useRehearsalTexts } from '../../patterns/rehearsal/rehearsal-texts.ts'
import { RehearsedActs } from '../../patterns/rehearsal/RehearsedActs.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { CloseButton, Dialog } from '../../ui/dialog/Dialog.tsx'
import { download } from '../../ui/download.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { useDemoTexts } from '../texts/demo-texts.ts'
import './rehearsal-dialog.css'

const useStyles = makeStyles({
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    '@media print': { display: 'none' },
  },
  key: { flexBasis: '280px', flexGrow: 1, maxWidth: '480px', minWidth: 0 },
})

/** What was done in this simulated Azure as a report, and the two acts that no page of the portal has. */
export function RehearsalDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const styles = useStyles()
  const t = useRehearsalTexts()
  const { acts } = useDemoTexts().scenario
  const queryClient = useQueryClient()
  const { data, error, refetch } = useQuery(rehearsalQuery({ account }))
  const [keyId, setKeyId] = useState('')
  const act = useMutation({
    mutationFn: (asked: { id: string; enabled: boolean } | { minutes: number }) =>
      'minutes' in asked ? call(advanceDemoClock, asked) : call(changeDemoKey, asked),
    onSuccess: async (world) => {
      queryClient.setQueryData(demoQuery({ account }).queryKey, world)
      // The content of any page might have changed.
      await queryClient.invalidateQueries()
    },
  })
  const key = data?.keys.find(({ id }) => id === keyId)
  const { keys, ...report } = data ?? {}
  return (
    <Dialog
      title={t.title}
      size="large"
      isTall
      onClose={onClose}
      actions={
        <>
          <Button
            appearance="primary"
            icon={<ArrowDownloadRegular />}
            disabledFocusable={data === undefined}
            onClick={() =>
              data && download('rehearsal-report.json', `${JSON.stringify(report, null, 2)}\n`, 'application/json')
            }
          >
            {t.save}
          </Button>
          <Button icon={<PrintRegular />} disabledFocusable={data === undefined} onClick={() => window.print()}>
            {t.print}
          </Button>
          <CloseButton onClick={onClose} />
        </>
      }
    >
      <Text data-rehearsal>{t.intro}</Text>
      <div className={styles.acts}>
        <Field label={t.key} className={styles.key}>
          <Choice
            placeholder={t.chooseKey}
            value={keyId}
            options={(keys ?? []).map(({ id, isEnabled }) => ({
              value: id,
              label: id.split('/').slice(-3).toSpliced(1, 1).join('/'),
              ...(!isEnabled && { detail: t.disabledKey }),
            }))}
            onChoose={setKeyId}
          />
        </Field>
        <Button
          disabledFocusable={key === undefined || act.isPending}
          onClick={() => key && act.mutate({ id: key.id, enabled: !key.isEnabled })}
        >
          {key?.isEnabled === false ? acts.enableKey : acts.disableKey}
        </Button>
        <Button disabledFocusable={act.isPending} onClick={() => act.mutate({ minutes: 61 })}>
          {acts.hour}
        </Button>
      </div>
      {act.error !== null && <ProblemMessage error={act.error} onRetry={() => act.mutate(act.variables)} />}
      {error !== null && <ProblemMessage error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <LoadingRows rows={6} /> : <RehearsedActs report={data} />}
    </Dialog>
  )
}
