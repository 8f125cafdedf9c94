import { makeStyles, mergeClasses, Text, tokens, type TextProps } from '@fluentui/react-components'

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground3 } })

/** A text of less weight than what it stands beside. */
export function Quiet({ className, ...text }: TextProps) {
  return <Text {...text} className={mergeClasses(useStyles().quiet, className)} />
}
