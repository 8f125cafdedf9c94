import { makeStyles, tokens } from '@fluentui/react-components'
import { nextVersionName, nextVersionPlan } from '@portal/image-version'
import { formatResourceId, parentResourceId, resourceNameOf, type ResourceId } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { storedImageVersionQuery } from '../../api/image-version-queries.ts'
import { inventoryQuery } from '../../api/queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { ProblemMessage } from '../../parts/problem/ProblemMessage.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PlanToOpen } from './PlanToOpen.tsx'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
})

/** The plan of a version like an existing one, with the next free number. */
export function NextVersion({ version }: { version: ResourceId }) {
  const styles = useStyles()
  const user = useSignedIn()
  const versionId = formatResourceId(version)
  const definition = parentResourceId(version)
  const definitionId = definition === undefined ? '' : formatResourceId(definition)
  const [chosenId, choose] = useState(definitionId)
  const stored = useQuery(storedImageVersionQuery(user, versionId))
  const inventory = useQuery(inventoryQuery(user, definitionId))
  const failed = [stored, inventory].find(({ error }) => error !== null)
  if (failed) return <ProblemMessage error={failed.error} onRetry={() => void failed.refetch()} />
  if (stored.data === undefined || inventory.data === undefined)
    return (
      <Panel>
        <LoadingRows rows={8} height={32} />
      </Panel>
    )
  const name = freeName(resourceNameOf(version), inventory.data.existingVersionNames)
  const plan = nextVersionPlan(stored.data.version, name, inventory.data)
  return (
    <div className={styles.content}>
      <PlanToOpen plan={{ ...plan, imageDefinitionId: chosenId }} onChooseDefinition={choose} />
    </div>
  )
}

function freeName(after: string, taken: readonly string[]): string {
  const name = nextVersionName(after)
  return name !== '' && taken.includes(name) ? freeName(name, taken) : name
}
