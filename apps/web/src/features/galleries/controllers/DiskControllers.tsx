import { makeStyles, tokens } from '@fluentui/react-components'
import type { ImageDefinition } from '@portal/image-version'
import { useBrowseTexts } from '../../../i18n/galleries/use-browse-texts.ts'
import { controllersText } from '../definition-texts.ts'
import { ChangeDiskControllers } from './ChangeDiskControllers.tsx'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
})

/** The disk controllers of an image definition, and the way to change them. */
export function DiskControllers({ definition }: { definition: ImageDefinition }) {
  const styles = useStyles()
  const { ofGallery } = useBrowseTexts()
  return (
    <span className={styles.line}>
      <span>{controllersText(definition, ofGallery)}</span>
      <ChangeDiskControllers definition={definition} size="small" />
    </span>
  )
}
