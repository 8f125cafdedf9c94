import { AddRegular } from '@fluentui/react-icons'
import { useHomeTexts } from '../../i18n/home/use-home-texts.ts'
import { paths } from '../../paths.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { RouteButton } from '../../ui/RouteLink.tsx'

/** Where everything starts after signing in. */
export function HomePage() {
  const t = useHomeTexts()
  return (
    <PageHeader
      title={t.title}
      subtitle={t.subtitle}
      actions={
        <RouteButton href={paths.createImageVersion} appearance="primary" icon={<AddRegular />}>
          {t.create}
        </RouteButton>
      }
    />
  )
}
