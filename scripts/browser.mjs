// Finds a Chromium for the tests, or makes one ready. Plain Node, no dependencies.
import { execFileSync, spawn } from 'node:child_process'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  chmodSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress, brotliDecompressSync } from 'node:zlib'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
]

/** Writes the files of a plain ustar archive under `to`. */
function untar(data, to) {
  for (let at = 0; at + 512 <= data.length;) {
    const text = (from, length) =>
      data.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '')
    const name = (text(345, 155) && `${text(345, 155)}/`) + text(0, 100)
    if (!name) break
    const size = Number.parseInt(text(124, 12), 8) || 0
    const kind = text(156, 1)
    const path = join(to, name)
    if (kind === '5') mkdirSync(path, { recursive: true })
    else if (kind === '0' || kind === '') {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, data.subarray(at + 512, at + 512 + size))
      if (Number.parseInt(text(100, 8), 8) & 0o100) chmodSync(path, 0o755)
    }
    at += 512 + Math.ceil(size / 512) * 512
  }
}

/** The Chromium inside the npm package @sparticuz/chromium (Linux x64), unpacked once. */
async function fromRegistry() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  let bin
  let version
  try {
    const entry = createRequire(join(root, 'package.json')).resolve('@sparticuz/chromium')
    bin = join(dirname(entry), '..', 'bin')
    version = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')).version
  } catch {
    return undefined
  }
  const home = join(root, 'node_modules', '.cache', `chromium-${version}`)
  if (!existsSync(join(home, 'chromium'))) {
    const part = `${home}.${process.pid}`
    mkdirSync(part, { recursive: true })
    await pipeline(
      createReadStream(join(bin, 'chromium.br')),
      createBrotliDecompress({ chunkSize: 1 << 21 }),
      createWriteStream(join(part, 'chromium'), { mode: 0o755 }),
    )
    for (const name of ['swiftshader', 'fonts', 'al2023'])
      untar(
        brotliDecompressSync(readFileSync(join(bin, `${name}.tar.br`))),
        join(part, name === 'swiftshader' ? '' : name),
      )
    // only the package's own fonts, so that pictures are the same on every machine
    writeFileSync(
      join(part, 'fonts.conf'),
      `<?xml version="1.0"?><fontconfig><dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir></fontconfig>`,
    )
    try {
      renameSync(part, home) // atomic: two runs at once both end with a whole copy
    } catch {
      rmSync(part, { recursive: true, force: true })
    }
  }
  return {
    executablePath: join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  }
}

/** Starts it for a moment: true once it listens for a debugger. */
function starts(found) {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'))
  return new Promise((done) => {
    const child = spawn(
      found.executablePath,
      [
        ...args,
        '--headless',
        '--remote-debugging-port=0',
        `--user-data-dir=${profile}`,
        'about:blank',
      ],
      {
        env: { ...process.env, ...found.env },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    )
    const timer = setTimeout(() => child.kill('SIGKILL'), 30_000)
    let ready = false
    let log = ''
    child.stderr.setEncoding('utf8').on('data', (text) => {
      log += text
      if (!ready && log.includes('DevTools listening on')) {
        ready = true
        child.kill('SIGKILL')
      }
    })
    child.on('error', () => {})
    child.on('close', () => {
      clearTimeout(timer)
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
      done(ready)
    })
  })
}

/** @returns {Promise<{ executablePath: string, env: Record<string, string>, args: string[] }>} */
export async function browser() {
  const tried = []
  const candidates = [
    () =>
      process.env.SALLYPORT_CHROMIUM && { executablePath: process.env.SALLYPORT_CHROMIUM, env: {} },
    fromRegistry,
    () =>
      [
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/bin/google-chrome',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ]
        .filter((path) => existsSync(path))
        .map((executablePath) => ({ executablePath, env: {} }))[0],
    () => {
      if (
        process.platform !== 'linux' ||
        !existsSync('/usr/bin/apt-get') ||
        process.getuid?.() !== 0
      )
        return undefined
      const apt = (...rest) =>
        execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...rest], {
          stdio: 'inherit',
          env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        })
      apt('update')
      apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core')
      return { executablePath: '/usr/bin/chromium', env: {} }
    },
  ]
  for (const candidate of candidates) {
    const found = await candidate()
    if (!found) continue
    if (await starts(found)) return { executablePath: found.executablePath, env: found.env, args }
    tried.push(found.executablePath)
  }
  throw new Error(
    `No Chromium that starts. Tried: ${tried.join(', ') || 'none found'}. Install Chrome or set SALLYPORT_CHROMIUM to its path.`,
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await browser()
  console.log(found.executablePath)
}
