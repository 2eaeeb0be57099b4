// A page of ours and the peers' code in a Chromium that is tested with.
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { build, defaultClientConditions } from 'vite'
import { browser as findBrowser } from '../browser.mjs'

/** @param {string} source a module; what it puts on `globalThis` can be called from outside */
export async function openPage(peers, name, source) {
  const code = await bundlePage(peers, name, source)
  const server = createServer((request, response) => {
    const script = request.url === '/page.js'
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html')
    response.end(script ? code : '<!doctype html><script type="module" src="/page.js"></script>')
  })
  await new Promise((done) => server.listen(0, 'localhost', done))
  const { executablePath, env, args } = await findBrowser()
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } })
  const page = await browser.newPage()
  page.on('pageerror', (error) => console.error(error))
  await page.goto(`http://localhost:${server.address().port}/`)
  await page.waitForFunction('globalThis.ready')
  const close = async () => {
    await browser.close()
    server.close()
  }
  return { browser, page, close }
}

async function bundlePage(peers, name, source) {
  const folder = join(peers, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'page.ts'), source)
  const { output } = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    define: { global: 'globalThis' },
    resolve: { conditions: ['@sallyport/source', ...defaultClientConditions] },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: join(folder, 'page.ts'),
        output: { codeSplitting: false },
      },
    },
  })
  return output[0].code
}
