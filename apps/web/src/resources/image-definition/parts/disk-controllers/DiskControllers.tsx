import { makeStyles, tokens } from '@fluentui/react-components'
import type { ImageDefinition } from '@portal/gallery'
import { useBrowseTexts } from '../../../../patterns/list/texts/browse-texts.ts'
import { controllersText } from '../../page/definition-texts.ts'
import { ChangeDiskControllers } from './ChangeDiskControllers.tsx'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    // as high as the button, which comes with the definition
    minHeight: '24px',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
})

/** The disk controllers of an image definition, once it is read, and the way to change them. */
export function DiskControllers({ definition }: { definition: ImageDefinition | undefined }) {
  const styles = useStyles()
  const { ofGallery } = useBrowseTexts()
  return (
    <span className={styles.line}>
      <span>{definition === undefined ? '…' : controllersText(definition, ofGallery)}</span>
      {definition && <ChangeDiskControllers definition={definition} size="small" />}
    </span>
  )
}
