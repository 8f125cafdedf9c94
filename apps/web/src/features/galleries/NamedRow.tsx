import { makeStyles, tokens } from '@fluentui/react-components'
import type { ProvisioningState } from '@portal/portal-api'
import { ProvisioningStateLabel } from '../../parts/resource/ProvisioningStateLabel.tsx'
import { RouteLink } from '../../ui/RouteLink.tsx'

const useStyles = makeStyles({
  state: { display: 'block', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
})

interface Props {
  href: string
  name: string
  state: ProvisioningState
}

/** The name of a gallery or a definition, with its state unless all is done. */
export function NamedRow({ href, name, state }: Props) {
  const styles = useStyles()
  return (
    <>
      <RouteLink href={href}>{name}</RouteLink>
      {state !== 'Succeeded' && (
        <span className={styles.state}>
          <ProvisioningStateLabel state={state} />
        </span>
      )}
    </>
  )
}
