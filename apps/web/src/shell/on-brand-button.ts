import { makeStyles, tokens } from '@fluentui/react-components'

/** The look of a button on the brand-coloured bar, which Fluent's own appearances do not have. */
export const useOnBrandButton = makeStyles({
  button: {
    minWidth: '32px',
    height: '32px',
    paddingLeft: '5px',
    paddingRight: '5px',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover, color: tokens.colorNeutralForegroundOnBrand },
    ':hover:active': {
      backgroundColor: tokens.colorBrandBackgroundPressed,
      color: tokens.colorNeutralForegroundOnBrand,
    },
    '& .fui-Button__icon': { color: 'inherit' },
    ':hover .fui-Button__icon': { color: 'inherit' },
    ':focus-visible': { outline: `2px solid ${tokens.colorNeutralForegroundOnBrand}`, outlineOffset: '-2px' },
  },
})
