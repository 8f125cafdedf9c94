import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { directoryLabel } from '../../../patterns/directory/directory-label.ts'
import { FactList } from '../../../ui/FactList.tsx'
import { usePostureTexts } from '../texts/use-posture-texts.ts'
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
