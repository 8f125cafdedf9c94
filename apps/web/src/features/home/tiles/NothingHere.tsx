import { makeStyles, Text, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({ nothing: { color: tokens.colorNeutralForeground3 } })

/** What an empty tile says. */
export function NothingHere({ children }: { children: string }) {
  return <Text className={useStyles().nothing}>{children}</Text>
}
