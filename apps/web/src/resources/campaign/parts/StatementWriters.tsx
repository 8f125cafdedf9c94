import { Text } from '@fluentui/react-components'
import type { StatementWrite } from '@portal/portal-api'
import { useFormats } from '../../../i18n/formats.ts'
import { notableWrites } from '../page/statement-sets.ts'
import { useCampaignTexts } from '../texts/campaign-texts.ts'

/** Who stated something in Azure, and changed it since; `writes` is undefined if the user may not read the log. */
export function StatementWriters({ writes }: { writes: readonly StatementWrite[] | undefined }) {
  const t = useCampaignTexts().statement
  const { dateTime } = useFormats()
  if (writes === undefined) return t.unread
  const [first, ...later] = notableWrites(writes)
  if (first === undefined) return t.unrecorded
  const textOf = ({ by, isUser, isYou, time }: StatementWrite) =>
    t.write(isYou ? t.you(by) : isUser ? by : t.application(by), dateTime(time))
  return (
    <>
      {textOf(first)}
      {later.map((write) => (
        <Text key={write.time} block>
          {t.changedBy(textOf(write))}
        </Text>
      ))}
    </>
  )
}
