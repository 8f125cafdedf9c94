import { makeStyles, mergeClasses, Subtitle2, Text, type TextProps } from '@fluentui/react-components'

const useStyles = makeStyles({ heading: { margin: 0 } })

/** A heading of a part of the page, without the browser's margins; `isSmall`: as large as the text below it. */
export function Heading({ isSmall = false, className, ...text }: TextProps & { isSmall?: boolean }) {
  const { heading } = useStyles()
  const look = { ...text, className: mergeClasses(heading, className) }
  return isSmall ? <Text weight="semibold" {...look} /> : <Subtitle2 {...look} />
}
