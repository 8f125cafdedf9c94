import { Button } from '@fluentui/react-components'
import { useTexts } from '../i18n/language.ts'
import { paths } from '../paths.ts'

/** What to do about a page that is not there: to reload it, as the main action or not, or to check the connection. */
export function ReloadOrCheck({ isMain = false }: { isMain?: boolean }) {
  const { failure } = useTexts()
  return (
    <>
      <Button appearance={isMain ? 'primary' : 'secondary'} onClick={() => window.location.reload()}>
        {failure.reload}
      </Button>
      {/* Loaded anew: the content of this page might be what has failed. */}
      <Button as="a" href={paths.access}>
        {failure.checkConnection}
      </Button>
    </>
  )
}
