import {
  FluentProvider,
  makeStyles,
  mergeClasses,
  teamsHighContrastTheme,
  tokens,
  webDarkTheme,
  webLightTheme,
  type Theme as FluentTheme,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { type Theme, useTheme } from './theme.ts'

const fluentThemes: Record<Theme, FluentTheme> = {
  light: webLightTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
}

const useStyles = makeStyles({
  root: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
})

/** Gives everything below it the Fluent theme of the user's choice. */
export function ThemedProvider({ children }: { children: ReactNode }) {
  const theme = useTheme()
  const styles = useStyles()
  return (
    <FluentProvider theme={fluentThemes[theme]} className={mergeClasses(styles.root, theme === 'light' ? styles.light : styles.dark)}>
      {children}
    </FluentProvider>
  )
}
