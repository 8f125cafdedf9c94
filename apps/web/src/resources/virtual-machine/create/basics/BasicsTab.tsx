import { makeStyles, tokens } from '@fluentui/react-components'
import { AdministratorFields, type AdministratorFieldsProps } from './AdministratorFields.tsx'
import { InstanceFields } from './InstanceFields.tsx'
import { MachineProjectFields } from './MachineProjectFields.tsx'
import type { SizeFieldProps } from './SizeField.tsx'

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXXL },
})

type BasicsTabProps = AdministratorFieldsProps & SizeFieldProps & { imageLabel: string }

/** The machine's target, its properties, and its administrator. */
export function BasicsTab(props: BasicsTabProps) {
  const styles = useStyles()
  return (
    <div className={styles.tab}>
      <MachineProjectFields {...props} />
      <InstanceFields {...props} />
      <AdministratorFields {...props} />
    </div>
  )
}
