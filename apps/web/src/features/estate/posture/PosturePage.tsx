import { versionEncryption } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { estateOverviewQuery } from '../../../api/overview-queries.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { usePostureTexts } from '../../../i18n/estate/use-posture-texts.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { useBrowseTexts } from '../../../i18n/galleries/use-browse-texts.ts'
import { ProblemMessage } from '../../../parts/problem/ProblemMessage.tsx'
import { imageVersionsPath } from '../../../paths.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { Section } from '../../../ui/Section.tsx'
import { EstateFrame } from '../frame/EstateFrame.tsx'

/** How much of the estate is encrypted with whose keys. */
export function PosturePage() {
  const t = usePostureTexts()
  const { encryptions } = useBrowseTexts()
  const { number } = useFormats()
  const { data, error, refetch } = useQuery(estateOverviewQuery(useSignedIn()))
  return (
    <EstateFrame view="posture">
      <Panel>
        <Section title={t.versions}>
          {data && (
            <DataTable
              label={t.versions}
              columns={[
                {
                  heading: t.encryption,
                  cell: (kind) => (
                    <RouteLink href={imageVersionsPath({ encryption: kind })}>{encryptions[kind]}</RouteLink>
                  ),
                },
                { heading: t.count, cell: (kind) => number(data.imageVersions[kind]) },
              ]}
              rows={[...versionEncryption.options]}
              rowKey={(kind) => kind}
            />
          )}
          {error && <ProblemMessage error={error} onRetry={() => void refetch()} />}
          {!data && !error && <LoadingRows rows={6} />}
        </Section>
      </Panel>
    </EstateFrame>
  )
}
