import { useQuery } from '@tanstack/react-query'
import { directoriesQuery } from '../../../api/queries.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { usePostureTexts } from '../../../i18n/estate/use-posture-texts.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { directoryLabel } from '../../../parts/directory/directory-label.ts'
import { FactList } from '../../../ui/FactList.tsx'

/** When, where, and for whom the report was made. `now` is Azure's time, ISO 8601. */
export function ReportFacts({ now }: { now: string }) {
  const { facts: t } = usePostureTexts().report
  const { dateTime } = useFormats()
  const { account } = useSignedIn()
  const { data } = useQuery(directoriesQuery({ account }))
  const directory = data?.find(({ tenantId }) => tenantId === account.tenantId)
  return (
    <FactList
      facts={[
        [t.date, dateTime(now)],
        [t.tenant, [...(directory ? [directoryLabel(directory)] : []), account.tenantId].join(' · ')],
        [t.user, `${account.name} (${account.username})`],
      ]}
    />
  )
}
