import { makeStyles, MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, Text, tokens } from '@fluentui/react-components'
import { BuildingRegular } from '@fluentui/react-icons'
import type { Directory } from '@portal/portal-api'
import { useSwitchDirectory } from '../../auth/use-switch-directory.ts'
import { galleriesPath } from '../../paths.ts'
import { useDirectoriesTexts } from '../../patterns/directory/use-directories-texts.ts'

const useStyles = makeStyles({
  alert: { display: 'block', padding: '4px 8px 8px', maxWidth: '300px', color: tokens.colorStatusDangerForeground1 },
})

/** The user's other directories, each with a switch to it; nothing if there is none. */
export function DirectoryMenuItems({ others }: { others: Directory[] }) {
  const styles = useStyles()
  const t = useDirectoriesTexts()
  const { switchingTo, failed, switchTo } = useSwitchDirectory()
  if (others.length === 0) return null
  return (
    <>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{t.others}</MenuGroupHeader>
        {others.map(({ tenantId, displayName, defaultDomain }) => (
          <MenuItem
            key={tenantId}
            icon={<BuildingRegular />}
            secondaryContent={defaultDomain}
            persistOnClick
            disabled={switchingTo !== undefined}
            onClick={() => switchTo(tenantId, galleriesPath())}
          >
            {switchingTo === tenantId ? t.switching(displayName) : displayName}
          </MenuItem>
        ))}
      </MenuGroup>
      {failed && (
        <Text role="alert" size={200} className={styles.alert}>
          {t.notSwitched}
        </Text>
      )}
    </>
  )
}
