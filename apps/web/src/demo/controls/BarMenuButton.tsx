import { makeStyles, MenuButton, type MenuButtonProps } from '@fluentui/react-components'

const useStyles = makeStyles({
  button: { minWidth: '88px', flexShrink: 1, maxWidth: '100%' },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

/** A button of the bar that opens a menu. Its text shrinks, so that the bar is one row in every window. */
export function BarMenuButton({ children, ...props }: MenuButtonProps) {
  const styles = useStyles()
  return (
    <MenuButton {...props} size="small" appearance="subtle" className={styles.button}>
      <span className={styles.text}>{children}</span>
    </MenuButton>
  )
}
