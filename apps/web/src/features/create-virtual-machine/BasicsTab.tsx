import { makeStyles, tokens } from '@fluentui/react-components'
import { AdministratorFields } from './AdministratorFields.tsx'
import { InstanceFields } from './InstanceFields.tsx'
import { MachineProjectFields } from './MachineProjectFields.tsx'
import type { SecretProps } from './secret-props.ts'
import type { TabProps } from './tab-props.ts'

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXXL },
})

interface BasicsTabProps extends TabProps, SecretProps {
  imageLabel: string
}

/** Where the machine goes, what it is, and who administers it. */
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
