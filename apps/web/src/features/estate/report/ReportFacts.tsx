import { useSignedIn } from '../../../auth/use-authentication.ts'
import { usePostureTexts } from '../../../i18n/estate/use-posture-texts.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { directoryLabel } from '../../../parts/directory/directory-label.ts'
import { FactList } from '../../../ui/FactList.tsx'
import type { Report } from './use-report.ts'

/** When, where, and for whom the report was made. */
export function ReportFacts({ report: { now, directory } }: { report: Pick<Report, 'now' | 'directory'> }) {
  const { facts: t } = usePostureTexts().report
  const { dateTime } = useFormats()
  const { account } = useSignedIn()
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
