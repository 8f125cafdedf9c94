import { makeStyles, Text } from '@fluentui/react-components'
import { useTexts } from '../i18n/language.ts'
import { galleriesPath } from '../paths.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RouteButton } from '../ui/RouteLink.tsx'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '16px' },
})

/** For an address that the portal does not have. */
export function NothingHerePage() {
  const styles = useStyles()
  const { problems, failure } = useTexts()
  return (
    <>
      <PageHeader title={problems.NotFound.title} crumbs={[]} />
      <div className={styles.content}>
        <Text>{problems.NotFound.advice}</Text>
        <RouteButton href={galleriesPath()} appearance="primary">
          {failure.toGalleries}
        </RouteButton>
      </div>
    </>
  )
}
