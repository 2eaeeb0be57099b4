import { existsSync, globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const read = (path: string) => readFileSync(root + path, 'utf8')
const files = [
  ...globSync('packages/*/src/**/*.{ts,tsx,css}', { cwd: root }),
  ...globSync('docs/**/*.md', { cwd: root }),
  'README.md',
  'ARCHITECTURE.md',
].map((path) => path.replaceAll('\\', '/'))

interface Link {
  /** Where the link is. */
  from: string
  /** The file that it points to. */
  to: string
  anchor: string
}

const links = files.flatMap(linksIn)

function linksIn(from: string): Link[] {
  const text = read(from)
  const fromRoot = [...text.matchAll(/\b(docs\/[\w/-]+\.md)#([\w-]+)/g)]
  // In Markdown, a link is relative to its page.
  const relative = from.endsWith('.md') ? [...text.matchAll(/\]\(([\w./-]*)#([\w-]+)\)/g)] : []
  return [
    ...fromRoot.map(([, to = '', anchor = '']) => ({ from, to, anchor })),
    ...relative.map(([, path, anchor = '']) => {
      return { from, to: path ? posix.join(posix.dirname(from), path) : from, anchor }
    }),
  ]
}

/** The anchors that GitHub gives to the headings of a page. */
function anchorsIn(page: string): string[] {
  const prose = read(page).replace(/^```[^]*?^```/gm, '')
  const seen = new Map<string, number>()
  return [...prose.matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) => {
    const slug = heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .replaceAll(' ', '-')
    const count = seen.get(slug) ?? 0
    seen.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${count}`
  })
}

test('comments and pages point to headings that exist', () => {
  expect(links.length).toBeGreaterThan(100)
  const broken = links.filter(({ to, anchor }) => {
    return !existsSync(root + to) || !anchorsIn(to).includes(anchor)
  })
  expect(broken).toEqual([])
})
