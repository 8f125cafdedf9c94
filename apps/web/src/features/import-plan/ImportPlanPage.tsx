import { formatResourceId, tryParseResourceId } from '@portal/portal-api'
import { useSearchParams } from 'wouter'
import { useImportPlanTexts } from '../../i18n/code/use-import-plan-texts.ts'
import { crumbsPastVersion, imageDefinitionCrumbs } from '../../parts/resource/image-version-crumbs.ts'
import { resourceLabel } from '../../parts/resource/resource-label.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { CodeImport } from './CodeImport.tsx'
import { LinkImport } from './LinkImport.tsx'
import { NextVersion } from './NextVersion.tsx'
import { useLinkPlan } from './use-link-plan.ts'

/** Takes a plan from a text, a file, a link or an existing version, shows it, and hands it to the wizard. */
export function ImportPlanPage() {
  const t = useImportPlanTexts()
  const [search] = useSearchParams()
  const version = tryParseResourceId(search.get('version') ?? '')
  const definition = search.get('definition') ?? ''
  const linkPlan = useLinkPlan()
  const head = version
    ? { title: t.next.title, subtitle: t.next.subtitle(resourceLabel(formatResourceId(version))) }
    : linkPlan === undefined
      ? t.code
      : t.link
  const crumbs = version ? crumbsPastVersion(version) : imageDefinitionCrumbs(tryParseResourceId(definition))
  return (
    <>
      <PageHeader title={head.title} subtitle={head.subtitle} crumbs={crumbs} />
      {version ? (
        <NextVersion version={version} />
      ) : linkPlan === 'reading' ? (
        <Panel>
          <LoadingRows rows={8} height={32} />
        </Panel>
      ) : linkPlan === undefined ? (
        <CodeImport key={definition} givenDefinitionId={tryParseResourceId(definition) ? definition : ''} />
      ) : (
        <LinkImport plan={linkPlan} />
      )}
    </>
  )
}
