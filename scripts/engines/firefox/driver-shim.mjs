// Loaded before Playwright (node --import): where its WebDriver BiDi and that of Firefox ESR do not agree yet.
import { changeDriver } from '../../test/driver-shim.mjs'

changeDriver([
  {
    // Unknown to Firefox: tests of it are listed as the driver's limit.
    of: 'the colour scheme of a page',
    found: /await (this\.[\w.]+\.send\("emulation\.setMediaFeaturesOverride", \{[^;]+?\}\));/g,
    times: 2,
    instead: '$1.catch(() => undefined);',
  },
  {
    // Firefox gives no ID to the download of a link to a blob, whose address is unique.
    of: 'the ID of a download',
    found: /if \(!event\.download && !event\.navigation\)\s+return;/g,
    times: 2,
    instead: 'event.download ??= event.navigation ?? event.url;',
  },
  {
    // A number field has no selection that can be read: what is filled in was added to what it held. And React, whose
    // fields have a value of their own, takes what a script assigns for its own change.
    of: 'the text of a field',
    found: /inputElement\.value \+?= (text|value);/g,
    times: 2,
    instead: 'Reflect.set(Object.getPrototypeOf(inputElement), "value", $1, inputElement);',
  },
  {
    // It waited for the scripts of a page too, also of one that a test looks at before them.
    of: 'the wait of a reload',
    found: /wait: BrowsingContext\.ReadinessState\.Interactive/g,
    times: 1,
    instead: 'wait: BrowsingContext.ReadinessState.None',
  },
  {
    // Playwright asks for no body of a request. While a request is held back, Firefox has it.
    of: 'the data that is kept',
    found: /dataTypes: \[Network\.DataType\.Response\]/g,
    times: 1,
    instead: 'dataTypes: [Network.DataType.Response, Network.DataType.Request]',
  },
  {
    of: 'the event of a request',
    found: /"network\.beforeRequestSent", this\._onBeforeRequestSent\.bind\(this\)/g,
    times: 1,
    instead: `"network.beforeRequestSent", async (param) => {
      if (param.isBlocked && param.request.bodySize > 0) {
        const of = { request: param.request.request, dataType: Network.DataType.Request };
        const data = await this._session.send("network.getData", of).catch(() => undefined);
        if (data) param.body = Buffer.from(data.bytes.value, data.bytes.type === "base64" ? "base64" : "utf8");
      }
      this._onBeforeRequestSent(param);
    }`,
  },
  {
    // It sends inches, and WebDriver BiDi reads centimeters: an A4 page was as wide as a postcard.
    of: 'the size of paper',
    found: /width: paperWidth,\s+height: paperHeight\s+\},\s+pageRanges/g,
    times: 1,
    instead: 'width: paperWidth * 2.54, height: paperHeight * 2.54 }, pageRanges',
  },
  {
    of: 'the body of a request',
    found: /const postDataBuffer = null;/g,
    times: 1,
    instead: 'const postDataBuffer = payload.body ?? null;',
  },
])
