import { chromium } from '/tmp/h/machine/node_modules/@playwright/test/index.mjs'
import { manualClock, startAzureSimulator } from '/tmp/h/machine/packages/azure-simulator/src/index.ts'
import { startDemo } from '/tmp/h/machine/apps/bff/src/demo.ts'
import { browserArguments } from '/tmp/h/machine/scripts/browser-arguments.mjs'
import { mkdirSync } from 'node:fs'
const out='/tmp/h/machine-pics'; mkdirSync(out,{recursive:true})
const clock = manualClock('2026-11-24T09:00:00Z')
const azure = await startAzureSimulator({ port: 0, clock, throttling: 'off' })
const portal = await startDemo({ port: 0, simulator: azure, logLevel: 'silent' })
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: browserArguments })
const page = await browser.newPage({ viewport:{width:1280,height:900}, locale:'en-US' })
page.setDefaultTimeout(15000)
const shot = async (name, v) => {
  await page.setViewportSize({width:v.width,height:900})
  await page.evaluate(c=>{localStorage.setItem('theme',c.theme);localStorage.setItem('language',c.language)}, v)
  if (!v.keep) await page.reload({waitUntil:'networkidle'})
  await page.waitForTimeout(400)
  await page.screenshot({path:`${out}/${name}-${v.theme}-${v.width}-${v.language}.png`, fullPage:true, animations:'disabled'})
}
const vs=[{theme:'light',width:1280,language:'en'},{theme:'dark',width:1280,language:'it'},{theme:'light',width:400,language:'it'},{theme:'dark',width:400,language:'en'}]
const all = async n => { for (const v of vs) await shot(n,v); await page.setViewportSize({width:1280,height:900}); await page.evaluate(()=>{localStorage.setItem('theme','light');localStorage.setItem('language','en')}); await page.reload({waitUntil:'networkidle'}) }
const choose = async (label, option) => { await page.getByRole('combobox',{name:label,exact:true}).click(); await page.getByRole('option',{name:new RegExp('^'+option)}).first().click() }
try {
const sub = azure.world.subscriptions[0].subscriptionId
const version = `/subscriptions/${sub}/resourceGroups/myResourceGroup/providers/Microsoft.Compute/galleries/contosoGallery/images/windows-sql/versions/2025.10.1`
await page.goto(`${portal.url}/create-virtual-machine?${new URLSearchParams({version})}`)
await page.getByRole('main').getByRole('button',{name:'Sign in',exact:true}).click()
await page.getByRole('button',{name:/^Ada\b/}).click()
await page.getByRole('textbox',{name:'Virtual machine name'}).waitFor()
await choose('Existing resource group','myResourceGroup')
await page.getByRole('textbox',{name:'Virtual machine name'}).fill('sql-01')
await choose('Size','Standard_D4s_v5')
await all('basics')
for (const t of ['Disks','Networking','Review']) { await page.getByRole('tab',{name:new RegExp('^'+t)}).click(); await all(t) }
await page.getByRole('tab',{name:/^Basics/}).click()
await page.getByLabel('Password').fill('A-made-up-password-1')
await page.getByRole('button',{name:'Review + create',exact:true}).click()
await page.waitForTimeout(500); clock.advance(3000)
await page.getByRole('table',{name:'What Azure would do'}).waitFor()
await shot('previewed',{...vs[0],keep:true}); 
await page.getByRole('button',{name:'Create',exact:true}).click()
await page.getByText('Azure is creating the machine').waitFor()
await all('underway')
clock.advance(60000)
await all('machine')
const disk = azure.world.store.list('/subscriptions','Microsoft.Compute/disks').find(d=>d.name.startsWith('sql-01_lun_1'))
azure.world.store.put({...disk, properties:{...disk.properties, encryption:{type:'EncryptionAtRestWithPlatformKey'}}})
await shot('differs',vs[0]); await shot('differs',vs[3])
} catch(e) { console.log(e); await page.screenshot({path:`${out}/error.png`}) }
await browser.close(); await portal.close(); await azure.close()
