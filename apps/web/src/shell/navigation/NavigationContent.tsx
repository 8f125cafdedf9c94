import { Button, makeStyles, mergeClasses, Tooltip } from '@fluentui/react-components'
import { PanelLeftContractRegular, PanelLeftExpandRegular } from '@fluentui/react-icons'
import { useTexts } from '../../i18n/language.ts'
import { SectionLinks } from './SectionLinks.tsx'

const useStyles = makeStyles({
  links: { flexGrow: 1, display: 'flex', flexDirection: 'column' },
  fold: { minWidth: '40px', height: '40px', paddingLeft: '10px', paddingRight: '10px', alignSelf: 'end' },
  alone: { alignSelf: 'start' },
})

/** What the column at the left shows once its code is there: the links, and the button that folds them. */
export function NavigationContent({ isFolded, onFold }: { isFolded: boolean; onFold: () => void }) {
  const styles = useStyles()
  const { shell } = useTexts()
  const label = isFolded ? shell.expandNavigation : shell.foldNavigation
  return (
    <>
      <nav aria-label={shell.navigation} className={styles.links}>
        <SectionLinks isFolded={isFolded} />
      </nav>
      <Tooltip content={label} relationship="label" positioning="after">
        <Button
          appearance="subtle"
          className={mergeClasses(styles.fold, isFolded && styles.alone)}
          icon={isFolded ? <PanelLeftExpandRegular /> : <PanelLeftContractRegular />}
          aria-expanded={!isFolded}
          onClick={onFold}
        />
      </Tooltip>
    </>
  )
}
