import { Text } from '@fluentui/react-components'
import { useTexts } from '../i18n/language.ts'
import { galleriesPath } from '../paths.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RouteButton } from '../ui/RouteLink.tsx'
import { Stack } from '../ui/Stack.tsx'

/** For an address that the portal does not have. */
export function NothingHerePage() {
  const { problems, failure } = useTexts()
  return (
    <>
      <PageHeader title={problems.NotFound.title} crumbs={[]} />
      <Stack gap="L" align="start">
        <Text>{problems.NotFound.advice}</Text>
        <RouteButton href={galleriesPath()} appearance="primary">
          {failure.toGalleries}
        </RouteButton>
      </Stack>
    </>
  )
}
