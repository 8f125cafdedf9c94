import { makeStyles, Text, Title2 } from '@fluentui/react-components'
import { useTexts } from '../i18n/language.ts'
import { galleriesPath } from '../paths.ts'
import { RouteButton } from '../ui/RouteLink.tsx'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '16px', paddingBlock: '32px' },
  title: { margin: 0 },
})

/** For an address that the portal does not have. */
export function NothingHerePage() {
  const styles = useStyles()
  const { problems, failure } = useTexts()
  return (
    <div className={styles.root}>
      <Title2 as="h1" className={styles.title}>
        {problems.NotFound.title}
      </Title2>
      <Text>{problems.NotFound.advice}</Text>
      <RouteButton href={galleriesPath()} appearance="primary">
        {failure.toGalleries}
      </RouteButton>
    </div>
  )
}
