import { makeStyles, tokens } from '@fluentui/react-components'
import { type Inventory, revocationOf, type StoredVersion } from '@portal/image-version'
import { formatResourceId, parentResourceId, resourceNameOf, type ResourceId } from '@portal/portal-api'
import { clonePlan, proposalOfDefinition } from '@portal/version-rules'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { inventoryQuery } from '../../api/gallery-reads.ts'
import { storedImageVersionQuery } from '../../api/image-version-reads.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useImportPlanTexts } from '../../i18n/code/use-import-plan-texts.ts'
import { useRevocationTexts } from '../../i18n/revocation/use-revocation-texts.ts'
import { ProblemMessage } from '../../parts/problem/ProblemMessage.tsx'
import { crumbsPastVersion } from '../../parts/resource/image-version-crumbs.ts'
import { LinkIncomplete } from '../../parts/resource/LinkIncomplete.tsx'
import type { NewTargetParts } from '../../parts/resource/new-target-parts.ts'
import { resourceLabel } from '../../parts/resource/resource-label.ts'
import { usePageResource } from '../../parts/resource/use-page-resource.ts'
import { RevocationMessage } from '../../parts/revocation/RevocationMessage.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { CloneChanges } from './CloneChanges.tsx'
import { PlanToOpen } from './PlanToOpen.tsx'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL, alignItems: 'stretch' },
})

/** Takes the version that the address names to another image definition, and from there to the wizard. */
export function CloneVersionPage({ parts }: { parts: NewTargetParts }) {
  const t = useImportPlanTexts().clone
  const resource = usePageResource('Microsoft.Compute/galleries/images/versions')
  if (resource === undefined) return <LinkIncomplete />
  const { id, parts: version } = resource
  return (
    <>
      <PageHeader title={t.title} subtitle={t.subtitle(resourceLabel(id))} crumbs={crumbsPastVersion(version)} />
      <CloneOf key={id} version={version} parts={parts} />
    </>
  )
}

function CloneOf({ version, parts }: { version: ResourceId; parts: NewTargetParts }) {
  const user = useSignedIn()
  const definition = parentResourceId(version)
  const stored = useQuery(storedImageVersionQuery(user, { id: formatResourceId(version) }))
  // Of the version's own definition: what it requires, and the types of the sets.
  const own = useQuery(
    inventoryQuery(user, { imageDefinitionId: definition === undefined ? '' : formatResourceId(definition) }),
  )
  const failed = [stored, own].find(({ error }) => error !== null)
  if (failed) return <ProblemMessage error={failed.error} onRetry={() => void failed.refetch()} />
  if (stored.data === undefined || own.data === undefined)
    return (
      <Panel>
        <LoadingRows rows={8} height={32} />
      </Panel>
    )
  return <CloneToChoose name={resourceNameOf(version)} version={stored.data.version} own={own.data} parts={parts} />
}

interface CloneToChooseProps {
  name: string
  version: StoredVersion
  own: Omit<Inventory, 'sources'>
  parts: NewTargetParts
}

function CloneToChoose({ name, version, own, parts }: CloneToChooseProps) {
  const styles = useStyles()
  const revocationTexts = useRevocationTexts()
  const [chosenId, choose] = useState('')
  const clone = useMemo(() => clonePlan(version, chosenId, own), [version, chosenId, own])
  const revocation = revocationOf(version)
  return (
    <div className={styles.content}>
      {revocation && <RevocationMessage id={version.id} title={revocationTexts.title(name)} revocation={revocation} />}
      <PlanToOpen
        plan={clone.plan}
        create={{ ...parts, proposal: own.imageDefinition && proposalOfDefinition(own.imageDefinition) }}
        onChooseDefinition={choose}
        changes={<CloneChanges clone={clone} />}
      />
    </div>
  )
}
