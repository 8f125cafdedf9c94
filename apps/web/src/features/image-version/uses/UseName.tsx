import { makeStyles, tokens } from '@fluentui/react-components'
import type { ImageVersionUseRow } from '@portal/portal-api'
import { AzurePortalLink } from '../../../parts/resource/AzurePortalLink.tsx'
import { virtualMachinePath } from '../../../paths.ts'
import { RouteLink } from '../../../ui/RouteLink.tsx'

const useStyles = makeStyles({
  note: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
})

/** The name of what was created from a version: to its page, in Azure's portal if this one has none. */
export function UseName({ use: { id, kind, name }, note }: { use: ImageVersionUseRow; note: string }) {
  const styles = useStyles()
  return (
    <>
      {kind === 'virtualMachine' ? (
        <RouteLink href={virtualMachinePath(id)}>{name}</RouteLink>
      ) : (
        <AzurePortalLink id={id}>{name}</AzurePortalLink>
      )}
      {note !== '' && <span className={styles.note}>{note}</span>}
    </>
  )
}
