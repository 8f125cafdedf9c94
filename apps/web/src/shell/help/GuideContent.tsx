import { Link } from '@fluentui/react-components'
import { createContext, isValidElement, use } from 'react'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { SafeLink } from '../../ui/SafeLink.tsx'
import { useArticleStyles } from './article-styles.ts'
import type { GuideAttributes, GuideComponents, GuidePage } from './guide.ts'
import { GuidePicture } from './GuidePicture.tsx'
import { useHelpTexts } from './use-help-texts.ts'

const Pictures = createContext<GuidePage['pictures']>({})

const components: GuideComponents = { a: GuideLink, img: Picture, table: Table, pre: Code }

/** The text of a page of the guide, below its title. */
export function GuideContent({ page, lang }: { page: GuidePage; lang: string }) {
  const { article } = useArticleStyles()
  const { default: Content, pictures } = page
  return (
    <Pictures value={pictures}>
      <article className={article} lang={lang}>
        <Content components={components} />
      </article>
    </Pictures>
  )
}

function GuideLink({ href = '', children }: GuideAttributes) {
  if (href.startsWith('#')) return <Link href={href}>{children}</Link>
  if (href.startsWith('/')) return <RouteLink href={href}>{children}</RouteLink>
  return <SafeLink href={href}>{children}</SafeLink>
}

function Picture({ src = '', alt = '' }: GuideAttributes) {
  const picture = use(Pictures)[src]
  return picture === undefined ? alt : <GuidePicture picture={picture} text={alt} />
}

/** A table that scrolls by itself where the window is narrow. */
function Table({ children }: GuideAttributes) {
  const t = useHelpTexts()
  const { table } = useArticleStyles()
  return (
    <div role="group" aria-label={t.table} tabIndex={0} className={table}>
      <table>{children}</table>
    </div>
  )
}

function Code({ children }: GuideAttributes) {
  const t = useHelpTexts()
  const { code } = useArticleStyles()
  const text = isValidElement<GuideAttributes>(children) ? children.props.children : undefined
  return (
    <div className={code}>
      <pre lang="en" tabIndex={0} role="group" aria-label={t.code}>
        {children}
      </pre>
      {typeof text === 'string' && <CopyButton text={text.trimEnd()}>{t.copy}</CopyButton>}
    </div>
  )
}
