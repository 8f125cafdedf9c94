import { useTexts } from '../i18n/language.ts'
import { paths } from '../paths.ts'

/**
 * What to do about a page that is not there: to reload it, as the main action or not, or to check the connection.
 * Plain elements, as on the landing page: Fluent's button and icons would add 5 kB to everyone's first page.
 */
export function ReloadOrCheck({ isMain = false }: { isMain?: boolean }) {
  const { failure } = useTexts()
  return (
    <>
      <button
        type="button"
        className={`landing-button${isMain ? ' is-main' : ''}`}
        onClick={() => window.location.reload()}
      >
        {failure.reload}
      </button>
      {/* Loaded anew: the content of this page might be what has failed. */}
      <a className="landing-button" href={paths.access}>
        {failure.checkConnection}
      </a>
    </>
  )
}
