import { makeStyles, tokens } from '@fluentui/react-components'
import { provisioningState } from '@portal/portal-api'
import { useTexts } from '../../i18n/language.ts'
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

interface Named {
  id: string
  name: string
  provisioningState: string
}

/** The names of resources as links to their pages, as a column without its width. */
export function useNameColumn(pathOf: (id: string) => string) {
  const { galleries } = useTexts()
  return {
    heading: galleries.name,
    sort: 'name' as const,
    text: ({ name }: Named) => name,
    cell: ({ id, name, provisioningState: state }: Named) => <NamedRow href={pathOf(id)} name={name} state={state} />,
  }
}

/** The name of a resource, with its state unless all is done. */
function NamedRow({ href, name, state }: Props) {
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
