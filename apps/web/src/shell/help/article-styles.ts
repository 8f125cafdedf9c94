import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'

// A heading that a link leads to is a little below the bars at the top.
const belowBar = '24px'
// About seventy letters a line, which the eye finds its way back from.
const measure = '640px'

/** How a page of the guide is set. */
export const useArticleStyles = makeStyles({
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
      paddingInline: '4px',
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
