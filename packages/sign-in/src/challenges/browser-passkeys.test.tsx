import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import {
  addAuthenticator,
  type VirtualAuthenticator,
} from '../testing/virtual-authenticator.test.support.ts'
import { createBrowserPasskeys } from './browser-passkeys.ts'

// A real browser with an authenticator made of software.

const { signal } = new AbortController()
const code = (expected: string) => expect.objectContaining({ name: 'AuthError', code: expected })
const challenge = 'AAECAwQFBgcICQoLDA0ODw'
const creation = {
  challenge,
  rp: { id: 'localhost', name: 'localhost' },
  user: { id: 'YW5h', name: 'ana', displayName: 'Ana' },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  excludeCredentials: [] as object[],
}

let authenticator: VirtualAuthenticator

beforeEach(async () => {
  authenticator = await addAuthenticator()
})

afterEach(async () => {
  await authenticator.remove()
  vi.restoreAllMocks()
})

/** Makes a passkey, and the options that ask for it. */
async function made(passkeys = createBrowserPasskeys()) {
  const { id } = await passkeys.create(creation, { signal })
  const own = { type: 'public-key', id }
  return { passkeys, own, asked: { challenge, rpId: 'localhost', allowCredentials: [own] } }
}

test('makes a passkey and signs with it, in the browser’s own words', async () => {
  const { passkeys, asked } = await made()
  const get = vi.spyOn(navigator.credentials, 'get')
  const credential = await passkeys.get(asked, { signal })
  const native = (await get.mock.results[0]?.value) as PublicKeyCredential
  expect(credential).toEqual(native.toJSON())
})

test('says what a new one is, in the browser’s own words', async () => {
  const create = vi.spyOn(navigator.credentials, 'create')
  const credential = await createBrowserPasskeys().create(creation, { signal })
  const native = (await create.mock.results[0]?.value) as PublicKeyCredential
  expect(credential).toEqual(native.toJSON())
})

test('says that there is one already', async () => {
  const { passkeys, own } = await made()
  await expect(
    passkeys.create({ ...creation, excludeCredentials: [own] }, { signal }),
  ).rejects.toEqual(code('passkey-exists'))
})

describe('a user who says no', () => {
  test('has cancelled', async () => {
    const { passkeys, asked } = await made()
    await authenticator.setVerified(false)
    const strict = { ...asked, userVerification: 'required' }
    await expect(passkeys.get(strict, { signal })).rejects.toEqual(code('passkey-cancelled'))
  })
})

describe('one that is pending', () => {
  test('gives way to the next, and nothing is said of it', async () => {
    const { passkeys, asked } = await made()
    await authenticator.setPresence(false)
    const first = passkeys.get(asked, { signal, conditional: true })
    const refused = first.catch((error: unknown) => error)
    await new Promise((done) => setTimeout(done, 100))
    await authenticator.setPresence(true)
    const second = passkeys.get(asked, { signal })
    expect(await refused).toEqual(code('cancelled'))
    expect(await second).toMatchObject({ id: asked.allowCredentials[0]?.id })
  })

  test('ends when its sign-in does', async () => {
    const { passkeys, asked } = await made()
    await authenticator.setPresence(false)
    const stop = new AbortController()
    const first = passkeys.get(asked, { signal: stop.signal })
    setTimeout(() => stop.abort(), 50)
    await expect(first).rejects.toEqual(code('cancelled'))
  })
})

test('another domain’s passkeys are none of this page’s', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const { passkeys, asked } = await made()
  const foreign = { ...asked, rpId: 'evil.example' }
  await expect(passkeys.get(foreign, { signal })).rejects.toEqual(code('passkey-mismatch'))
  expect(warn).toHaveBeenCalledOnce()
})

test('a frame that may not use passkeys says so', async () => {
  const frame = document.createElement('iframe')
  frame.allow = "publickey-credentials-get 'none'"
  frame.srcdoc = '<p>Frame</p>'
  document.body.append(frame)
  await new Promise((done) => frame.addEventListener('load', done))
  const inner = frame.contentWindow!.navigator.credentials
  vi.spyOn(navigator.credentials, 'get').mockImplementation((options) => inner.get(options))
  const asked = { challenge, rpId: 'localhost', allowCredentials: [] }
  await expect(createBrowserPasskeys().get(asked, { signal })).rejects.toEqual(
    code('passkey-unsupported'),
  )
  frame.remove()
})

test('a press lets a prompt open, and time takes that back', async () => {
  const { mayPrompt, canAutofill } = createBrowserPasskeys()
  expect(await canAutofill?.()).toBe(true)
  expect(mayPrompt()).toBe(navigator.userActivation.isActive)
  const button = document.createElement('button')
  button.textContent = 'Press'
  document.body.append(button)
  await page.getByRole('button', { name: 'Press' }).click()
  expect(mayPrompt()).toBe(true)
  button.remove()
})
