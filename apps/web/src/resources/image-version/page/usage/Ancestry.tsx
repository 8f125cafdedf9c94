import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Ancestor, ImageVersion } from '@portal/portal-api'
import { Fragment } from 'react'
import { ancestorsQuery } from '../../../../api/image-version-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { imageVersionPath, virtualMachinePath } from '../../../../paths.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { AzurePortalLink } from '../../../../patterns/resource/AzurePortalLink.tsx'
import { labelWithGroup, resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { useUsesTexts } from '../../../../patterns/usage/uses-texts.ts'
import { RouteLink } from '../../../../ui/RouteLink.tsx'
import { useRevocationTexts } from '../../texts/revocation-texts.ts'

const useStyles = makeStyles({ line: { overflowWrap: 'anywhere' }, quiet: { color: tokens.colorNeutralForeground3 } })

/** What a version was made from, and that in turn, as one line; at its end, why it goes no further. */
export function Ancestry({ version: { id } }: { version: ImageVersion }) {
  const styles = useStyles()
  const t = useUsesTexts().ancestry
  const { revoked } = useRevocationTexts()
  const { data, error, refetch } = useRead(ancestorsQuery, { imageVersionId: id })
  if (error !== null) return <ProblemMessage error={error} onRetry={() => void refetch()} />
  return (
    <Text className={styles.line}>
      {`${t.from}: ${resourceLabel(id)}`}
      {data?.ancestors.map((ancestor) => (
        <Fragment key={ancestor.id}>
          {' ← '}
          <AncestorLink ancestor={ancestor} label={labelWithGroup(ancestor.id, id)} />
          {ancestor.isRevoked && ` (${revoked.toLowerCase()})`}
        </Fragment>
      ))}
      {data === undefined ? ' ← …' : <span className={styles.quiet}>{` ${t.ends[data.end]}`}</span>}
    </Text>
  )
}

function AncestorLink({ ancestor: { id, kind }, label }: { ancestor: Ancestor; label: string }) {
  if (kind === 'imageVersion') return <RouteLink href={imageVersionPath(id)}>{label}</RouteLink>
  if (kind === 'virtualMachine') return <RouteLink href={virtualMachinePath(id)}>{label}</RouteLink>
  return <AzurePortalLink id={id}>{label}</AzurePortalLink>
}
