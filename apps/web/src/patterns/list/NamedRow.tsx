import { makeStyles, tokens } from '@fluentui/react-components'
import { provisioningState } from '@portal/portal-api'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { ProvisioningStateLabel } from '../resource/ProvisioningStateLabel.tsx'

const useStyles = makeStyles({
  state: { display: 'block', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
})

interface Props {
  href: string
  name: string
  /** its provisioning state */
  state: string
}

/** The name of a resource, with its state unless all is done. */
export function NamedRow({ href, name, state }: Props) {
  const styles = useStyles()
  const known = provisioningState.safeParse(state)
  return (
    <>
      <RouteLink href={href}>{name}</RouteLink>
      {state !== 'Succeeded' && (
        <span className={styles.state}>{known.success ? <ProvisioningStateLabel state={known.data} /> : state}</span>
      )}
    </>
  )
}
