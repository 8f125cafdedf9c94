import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { createContext, isValidElement, use } from 'react'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { SafeLink } from '../../ui/SafeLink.tsx'
import type { GuideAttributes, GuideComponents, GuidePage } from './guide.ts'
import { GuidePicture } from './GuidePicture.tsx'
import { useHelpTexts } from './help-texts.ts'

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

// A heading that a link leads to is a little below the bars at the top.
const belowBar = '24px'
// About seventy letters a line, which the eye finds its way back from.
const measure = '640px'

/** How a page of the guide is set. */
const useArticleStyles = makeStyles({
  article: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: 1.6,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'break-word',
    '& > *:first-child': { marginTop: 0 },
    '& p, & ul, & ol': { maxWidth: measure, marginBlock: '0 16px' },
    '& ul, & ol': { paddingInlineStart: '24px' },
    '& li': { marginBottom: '8px' },
    '& li::marker': { color: tokens.colorNeutralForeground3 },
    '& h2, & h3, & h4': {
      maxWidth: measure,
      scrollMarginTop: belowBar,
      textWrap: 'balance',
      ':focus': { outlineStyle: 'none' },
    },
    '& h2': { ...typographyStyles.subtitle1, marginBlock: '40px 12px' },
    '& h3': { ...typographyStyles.subtitle2, marginBlock: '28px 8px' },
    '& h4': { ...typographyStyles.body1Strong, marginBlock: '20px 8px' },
    '& strong': { fontWeight: tokens.fontWeightSemibold },
    '& a': { textDecorationLine: 'underline' },
    '& :not(pre) > code': {
      paddingLeft: '4px',
      paddingRight: '4px',
      fontFamily: tokens.fontFamilyMonospace,
      fontSize: tokens.fontSizeBase300,
      backgroundColor: tokens.colorNeutralBackground4,
      borderRadius: tokens.borderRadiusSmall,
    },
    '& blockquote': {
      marginInline: 0,
      paddingInlineStart: '16px',
      borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorNeutralStroke1}`,
    },
    '@media print': {
      fontSize: tokens.fontSizeBase300,
      '& h2, & h3, & h4': { breakAfter: 'avoid' },
      '& p, & ul, & ol': { maxWidth: 'none' },
    },
  },
  table: {
    marginBlock: '20px',
    overflowX: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    '& table': { width: '100%', borderCollapse: 'collapse' },
    '& table, & code': { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
    '& th, & td': {
      padding: '8px 16px 8px 0',
      textAlign: 'start',
      verticalAlign: 'top',
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
    '& th': { fontWeight: tokens.fontWeightSemibold, borderBottomColor: tokens.colorNeutralStroke1 },
  },
  code: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: '8px',
    marginBlock: '20px',
    '& pre': {
      boxSizing: 'border-box',
      width: '100%',
      margin: 0,
      padding: '12px 16px',
      overflowX: 'auto',
      fontFamily: tokens.fontFamilyMonospace,
      fontSize: tokens.fontSizeBase300,
      lineHeight: tokens.lineHeightBase400,
      backgroundColor: tokens.colorNeutralBackground3,
      borderRadius: tokens.borderRadiusMedium,
      ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    },
    '& code': { fontFamily: 'inherit' },
    '@media print': { '& button': { display: 'none' }, '& pre': { whiteSpace: 'pre-wrap' } },
  },
})
