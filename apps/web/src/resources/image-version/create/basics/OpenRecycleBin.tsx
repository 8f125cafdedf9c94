import { makeStyles } from '@fluentui/react-components'
import { recycleBinPath } from '../../../../paths.ts'
import { RouteLink } from '../../../../ui/RouteLink.tsx'
import { useNarrow } from '../../../../ui/use-narrow.ts'
import { useRecycleBinTexts } from '../../../gallery/texts/use-recycle-bin-texts.ts'

const useStyles = makeStyles({ besideLabel: { paddingLeft: '236px' } })

/**
 * A link to the deleted version with this number, to restore it or delete it permanently. The draft is kept meanwhile.
 */
export function OpenRecycleBin({ imageDefinitionId }: { imageDefinitionId: string }) {
  const styles = useStyles()
  const narrow = useNarrow()
  const t = useRecycleBinTexts().bin
  return (
    <div className={narrow ? undefined : styles.besideLabel}>
      <RouteLink href={recycleBinPath(imageDefinitionId)}>{t.openBin}</RouteLink>
    </div>
  )
}
