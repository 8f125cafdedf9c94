import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { ArrowDownloadRegular, DocumentArrowUpRegular } from '@fluentui/react-icons'
import { longestPresenterScript } from '@portal/portal-api'
import { useRef } from 'react'
import { languageNames, languages } from '../../i18n/language.ts'
import { download } from '../../ui/download.ts'
import { usePresenterTexts } from '../texts/use-presenter-texts.ts'
import { suppliedScripts } from './supplied-scripts.ts'
import type { Presentation } from './use-presentation.ts'

/** The supplied scripts, and the way to open one's own. */
export function ScriptMenu({ presentation: { id, text, choose, openText } }: { presentation: Presentation }) {
  const { script: t } = usePresenterTexts()
  const input = useRef<HTMLInputElement>(null)
  const open = async (file: File) => {
    // One character more is enough to say that it is too large; each has four bytes at most.
    openText(await file.slice(0, (longestPresenterScript + 1) * 4).text())
  }
  return (
    <>
      <Menu checkedValues={{ script: [id] }}>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton>{t.choose}</MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {languages.map((language) => (
              <MenuGroup key={language}>
                <MenuGroupHeader lang={language}>{languageNames[language]}</MenuGroupHeader>
                {suppliedScripts
                  .filter((script) => script.language === language)
                  .map((script) => (
                    <MenuItemRadio
                      key={script.id}
                      name="script"
                      value={script.id}
                      lang={language}
                      onClick={() => void choose(script.id)}
                    >
                      {script.title}
                    </MenuItemRadio>
                  ))}
              </MenuGroup>
            ))}
            <MenuDivider />
            <MenuItem icon={<DocumentArrowUpRegular />} onClick={() => input.current?.click()}>
              {t.open}
            </MenuItem>
            <MenuItem
              icon={<ArrowDownloadRegular />}
              onClick={() => download(`${id === '' ? 'script' : id}.md`, text, 'text/markdown')}
            >
              {t.download}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <input
        ref={input}
        type="file"
        hidden
        accept=".md,text/markdown,text/plain"
        aria-label={t.file}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file !== undefined) void open(file)
          target.value = '' // so that the same file can be chosen again
        }}
      />
    </>
  )
}
