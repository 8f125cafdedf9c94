import { formatResourceId, tryParseResourceId } from '@portal/portal-api'
import { useSearchParams } from 'wouter'
import { useImportPlanTexts } from '../../i18n/code/use-import-plan-texts.ts'
import { useProfileTexts } from '../../i18n/profiles/use-profile-texts.ts'
import { crumbsPastVersion, imageDefinitionCrumbs } from '../../parts/resource/image-version-crumbs.ts'
import { resourceLabel } from '../../parts/resource/resource-label.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { CodeImport } from './CodeImport.tsx'
import { LinkImport } from './LinkImport.tsx'
import { LinkProfile } from './LinkProfile.tsx'
import { NextVersion } from './NextVersion.tsx'
import { useLinkContent } from './use-link-content.ts'

/** Takes a plan from a text, a file, a link or an existing version, shows it, and hands it to the wizard. */
export function ImportPlanPage() {
  const t = useImportPlanTexts()
  const profiles = useProfileTexts()
  const [search] = useSearchParams()
  const version = tryParseResourceId(search.get('version') ?? '')
  const definition = search.get('definition') ?? ''
  const link = useLinkContent()
  const linkTexts = link !== 'reading' && link.profile ? profiles.link : t.link
  const isCode = link !== 'reading' && link.plan === undefined && link.profile === undefined
  const head = version
    ? { title: t.next.title, subtitle: t.next.subtitle(resourceLabel(formatResourceId(version))) }
    : isCode
      ? t.code
      : linkTexts
  const crumbs = version ? crumbsPastVersion(version) : imageDefinitionCrumbs(tryParseResourceId(definition))
  return (
    <>
      <PageHeader title={head.title} subtitle={head.subtitle} crumbs={crumbs} />
      {version ? (
        <NextVersion version={version} />
      ) : link === 'reading' ? (
        <Panel>
          <LoadingRows rows={8} height={32} />
        </Panel>
      ) : link.profile ? (
        <LinkProfile read={link.profile} />
      ) : link.plan === undefined ? (
        <CodeImport key={definition} givenDefinitionId={tryParseResourceId(definition) ? definition : ''} />
      ) : (
        <LinkImport plan={link.plan} />
      )}
    </>
  )
}
